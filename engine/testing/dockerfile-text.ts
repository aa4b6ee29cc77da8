import fc from "fast-check";

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("a", "b/c", "/d/", "A=1", "B=$A", 'C="x y"', "D='$'", "${E:-f}", ".", "*.py"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "é",
      "--x",
      "#",
      "\\\\",
      "\\",
      "`",
      '"',
      "'",
      "<<",
      "${",
      "\u00a0",
      "😀",
      "[",
      "=",
    ),
  },
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const json = fc
  .array(fc.constantFrom("a", "-c", "x y", '"', "\\", "é"), { maxLength: 3 })
  .map((all) => JSON.stringify(all));
const flags = fc
  .array(
    fc.constantFrom(
      "--from=b",
      "--from=0",
      "--from=scratch",
      "--from=other",
      "--exclude=*.py",
      "--chown=1:1",
      "--link",
      "--mount=type=cache,target=/c",
      "--interval=5s",
      "--nope",
    ),
    { maxLength: 2 },
  )
  .map((all) => all.map((flag) => `${flag} `).join(""));
const keyword = fc.constantFrom(
  "RUN",
  "run",
  "COPY",
  "ADD",
  "ENV",
  "LABEL",
  "ARG",
  "CMD",
  "ENTRYPOINT",
  "WORKDIR",
  "USER",
  "EXPOSE",
  "VOLUME",
  "SHELL",
  "STOPSIGNAL",
  "HEALTHCHECK CMD",
  "HEALTHCHECK NONE",
  "ONBUILD RUN",
  "onbuild copy",
  "MAINTAINER",
  "RNU",
);
const heredoc = fc
  .tuple(
    fc.constantFrom("RUN", "COPY", "ADD", "ONBUILD RUN"),
    fc.constantFrom("<<E", "<<-E", "<<'E'", '3<<-"E"', "<<E cat <<F"),
    words,
  )
  .map(([name, start, text]) => {
    const end = start.includes("F") ? "F\n$x\\\nF\n" : "";
    return `${name} ${start} ${name === "RUN" ? "" : "/d/"}\n\t${text}\n  # no comment\n\n${start.includes("-") ? "\t" : ""}E\n${end}`;
  });
const plain = fc
  .tuple(
    keyword,
    flags,
    fc.oneof(words, words, json),
    fc.constantFrom("", "", " ", "\t", "\f", " \\", "\\\n", " \\\n# c\n\n  z"),
  )
  .map(([name, flag, text, end]) => `${name} ${flag}${text}${end}\n`);
const from = fc
  .tuple(
    fc.constantFrom("FROM", "from"),
    fc.constantFrom("small", "small", "scratch", "b", "--platform=$B a", "a:${T:-1}"),
    fc.constantFrom("", " AS b", " as C"),
  )
  .map((parts) => `${parts[0]} ${parts[1]}${parts[2]}\n`);
const comment = fc.constantFrom(
  "# why\n",
  "#\n",
  "# escape=`\n",
  "  # in\n",
  "\n",
  "#a b = c\n",
  "#!/x\n",
  "# A one\n",
);
const directive = fc.constantFrom(
  "# escape=`\n",
  "# syntax=x\n",
  "#check=skip=all\n",
  " # escape=`\n",
  "#!/x\n",
  "\uFEFF",
  "",
);

/** Texts that are Dockerfiles for the most part: every instruction, heredocs, continuations, comments, odd words. */
export const dockerfileText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(directive, { maxLength: 2 }),
    fc.array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 2, arbitrary: from }, heredoc, comment), {
      maxLength: 10,
    }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([top, lines, started, crlf]) => {
    const text = top.join("") + (started ? "FROM small\n" : "") + lines.join("");
    return crlf ? text.replaceAll("\n", "\r\n") : text;
  });

const intruder = fc.oneof(
  fc.constantFrom(
    "\0",
    "\ud800",
    "\udc00",
    "\uFEFF",
    "\u2028",
    "\u0085",
    "\r",
    "\n",
    "\v",
    "${",
    "}",
    "<<",
    "\\",
    "`",
    '"',
    "'",
    "=",
    "[",
    "--",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const cut = fc.record({
  at: fc.nat(),
  removed: fc.nat(12),
  put: intruder,
  times: fc.constantFrom(1, 1, 1, 2, 50),
});

/** Such texts with pieces taken out and others put in, anywhere. */
export const mutatedText: fc.Arbitrary<string> = fc
  .tuple(dockerfileText, fc.array(cut, { minLength: 1, maxLength: 6 }))
  .map(([text, cuts]) =>
    cuts.reduce((bent, { at, removed, put, times }) => {
      const from = at % (bent.length + 1);
      return bent.slice(0, from) + put.repeat(times) + bent.slice(from + removed);
    }, text),
  );

/** How often a property is tried: more than usual where DRYDOCK_RUNS asks for it. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env["DRYDOCK_RUNS"] ?? usual),
});
