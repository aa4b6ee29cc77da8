/** How long reading takes: a usual Dockerfile, a long one, and whether the time grows with the length alone. */
import { parseDockerfile } from "../src/dockerfile/parse.ts";
import { type Growth, growth } from "./growth.ts";
import { type Timing, measure } from "./measure.ts";

/** A usual Dockerfile of twenty instructions. */
export const TWENTY = `# syntax=docker/dockerfile:1
ARG PYTHON=3.13
FROM python:\${PYTHON}-slim AS build
ENV PIP_NO_CACHE_DIR=1 \\
    PYTHONUNBUFFERED=1
WORKDIR /src
COPY requirements.txt ./
RUN pip install --prefix=/install \\
    -r requirements.txt
COPY --chown=1000:1000 . .
RUN python -m compileall .

FROM python:\${PYTHON}-slim
LABEL org.opencontainers.image.title="tides" org.opencontainers.image.licenses=MIT
COPY --from=build /install /usr/local
COPY --from=build /src /app
WORKDIR /app
EXPOSE 8000
USER 1000
CMD ["python", "app.py"]
`;

const ROUNDS = 50;

/** Text that was not read before: a parser that remembers gains nothing. */
const parses = (text: string) => (round: number) => () => {
  for (let i = 0; i < ROUNDS; i++) parseDockerfile(`${text}# ${round} ${i}\n`);
};

const each = (timing: Timing): Timing => ({
  ...timing,
  p50: timing.p50 / ROUNDS,
  p95: timing.p95 / ROUNDS,
});

export const parseTwentyLines = (): Timing => each(measure(100, parses(TWENTY)));

export const parseThreeHundredLines = (): Timing => each(measure(30, parses(TWENTY.repeat(15))));

/** How much longer four times as many lines take; 4 is straight growth. */
export const growthOfParse = (): Growth =>
  growth(15, (count, rounds) => {
    const text = TWENTY.repeat(count);
    return measure(rounds, (round) => () => void parseDockerfile(`${text}# ${round}\n`)).p50;
  });

export const parseThreeThousandLines = (): Timing => {
  const text = TWENTY.repeat(150);
  return measure(30, (round) => () => void parseDockerfile(`${text}# ${round}\n`));
};
