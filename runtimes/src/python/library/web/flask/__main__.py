from flask.cli import cli

cli.main(prog_name="python -m flask")
