/** An instruction as the editor explains it. */
export interface InstructionWords {
  readonly form: string;
  readonly sentence: string;
  readonly flags?: readonly string[];
}

/** Every instruction, in the order in which a Dockerfile tends to need them. */
export const instructionWords: Readonly<Record<string, InstructionWords>> = {
  FROM: {
    form: "FROM image[:tag] [AS name]",
    sentence: "Begins a stage with everything that is in another image.",
    flags: ["--platform="],
  },
  WORKDIR: {
    form: "WORKDIR /path",
    sentence: "Goes to a folder for all that follows, and makes it first if need be.",
  },
  COPY: {
    form: "COPY from... to",
    sentence: "Takes files out of the build context, or out of another stage, into the image.",
    flags: ["--from=", "--chown=", "--chmod=", "--link", "--parents", "--exclude="],
  },
  ADD: {
    form: "ADD from... to",
    sentence: "Copies as COPY does, and unpacks local archives.",
    flags: ["--chown=", "--chmod=", "--link", "--checksum=", "--keep-git-dir=", "--exclude="],
  },
  RUN: {
    form: "RUN command",
    sentence: "Carries out a command now, during the build, and keeps what it changed on disk.",
    flags: ["--mount=", "--network=", "--security="],
  },
  CMD: {
    form: 'CMD ["program", "argument"]',
    sentence: "Notes down what a container starts when nothing else is asked for. The last one counts.",
  },
  ENTRYPOINT: {
    form: 'ENTRYPOINT ["program", "argument"]',
    sentence: "Notes down what a container always starts; what CMD says becomes its arguments.",
  },
  ENV: {
    form: "ENV NAME=value",
    sentence: "Sets a variable for the rest of the build and for every container.",
  },
  ARG: {
    form: "ARG NAME[=default]",
    sentence: "Names a variable that --build-arg can set; it is gone when the build is over.",
  },
  EXPOSE: { form: "EXPOSE port", sentence: "Notes the port on which the app listens. It opens nothing." },
  USER: { form: "USER name", sentence: "Says who runs the steps that follow, and the container." },
  LABEL: { form: "LABEL key=value", sentence: "Writes a note into the image's description." },
  VOLUME: { form: "VOLUME /path", sentence: "Says that a folder is kept outside of the container." },
  HEALTHCHECK: {
    form: "HEALTHCHECK CMD command",
    sentence: "Says how to find out whether the app is well.",
    flags: ["--interval=", "--timeout=", "--start-period=", "--start-interval=", "--retries="],
  },
  STOPSIGNAL: { form: "STOPSIGNAL signal", sentence: "Says which signal ends the app." },
  SHELL: {
    form: 'SHELL ["program", "argument"]',
    sentence: "Says which shell carries out RUN, CMD and ENTRYPOINT in their shell form.",
  },
  ONBUILD: {
    form: "ONBUILD instruction",
    sentence: "Keeps an instruction for the builds that start from this image.",
  },
};
