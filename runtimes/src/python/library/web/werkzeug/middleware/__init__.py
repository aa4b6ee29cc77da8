"""What stands between a server and an application."""
