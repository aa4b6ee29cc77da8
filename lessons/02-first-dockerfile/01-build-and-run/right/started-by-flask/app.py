from flask import Flask

app = Flask(__name__)

BERTHS = {"A1": "Petrel", "A2": "free", "B1": "Sea Holly"}


@app.route("/")
def plan():
    return "\n".join(f"{berth}  {ship}" for berth, ship in BERTHS.items())


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
