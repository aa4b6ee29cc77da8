"""The parts of Werkzeug that Drydock's small Flask stands on."""
