from datetime import datetime, timezone

from flask import Flask

app = Flask(__name__)


@app.route("/")
def light():
    with open("data/log.txt", "a") as log:
        log.write(f"{datetime.now(timezone.utc):%H:%M} seen\n")
    with open("data/log.txt") as log:
        return log.read()


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
