import * as fc from "fast-check";

const image = fc.constantFrom(
  "busybox:1.37",
  "app",
  "app:2",
  "learner/app",
  "127.0.0.1:5000/app",
  "nosuch",
  "a1b2",
);
const container = fc.constantFrom("web", "db", "nobody");
const volume = fc.constantFrom("data", "other");
const network = fc.constantFrom("front", "back");
const file = fc.constantFrom("Dockerfile", "note.txt", "sub/deep.txt", "/tmp/x");

/** One line that somebody may type at the workstation, of every sort of command that changes a machine. */
export const machineLine: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "docker build -t app .",
    "docker build -q --no-cache -t app:2 .",
    "docker image prune -f",
    "docker system prune -af",
    "docker builder prune -af",
    "docker container prune -f",
    "docker volume prune -af",
    "docker network prune -f",
    "echo s3cret | docker login -u learner --password-stdin",
    "echo wrong | docker login -u learner --password-stdin",
    "docker logout",
    "docker run -d --name db busybox:1.37 httpd -f -h /etc",
    "docker run --rm --network host busybox:1.37 wget -qO- http://127.0.0.1:8080/passwd",
    "docker system df",
    "docker events --until 0s --since 24h",
    "cd /tmp",
    "cd",
    "export COLOUR=red",
    "unset COLOUR",
    "sleep 30",
    "false | true; echo $?",
    "nosuch",
  ),
  image.map((one) => `docker pull ${one}`),
  image.map((one) => `docker push ${one}`),
  image.map((one) => `docker rmi ${one}`),
  image.map((one) => `docker inspect ${one}`),
  fc.tuple(image, image).map(([from, to]) => `docker tag ${from} ${to}`),
  image.map((one) => `docker save -o saved.tar ${one} && docker load -i saved.tar`),
  fc
    .tuple(container, image, volume, fc.constantFrom("", "-p 8080:80", "--rm", "--restart always"))
    .map(([name, of, on, more]) => `docker run -d --name ${name} -v ${on}:/data ${more} ${of} sleep 20`),
  fc.tuple(container, image).map(([name, of]) => `docker run --name ${name} ${of} sh -c 'echo $RANDOM > /r'`),
  fc
    .tuple(
      fc.constantFrom(
        "start",
        "stop",
        "restart",
        "kill",
        "pause",
        "unpause",
        "rm",
        "rm -f",
        "logs",
        "top",
        "diff",
      ),
      container,
    )
    .map(([verb, name]) => `docker ${verb} ${name}`),
  fc
    .tuple(container, file)
    .map(([name, path]) => `docker exec ${name} sh -c 'echo here >> /data/${path.length}'`),
  fc.tuple(container, image).map(([name, to]) => `docker commit ${name} ${to}`),
  fc.tuple(container, file).map(([name, path]) => `docker cp ${path} ${name}:/copied`),
  container.map((name) => `docker export -o tree.tar ${name} && docker import tree.tar imported:1`),
  fc
    .tuple(fc.constantFrom("create", "rm", "inspect"), volume)
    .map(([verb, name]) => `docker volume ${verb} ${name}`),
  fc
    .tuple(fc.constantFrom("create", "rm", "inspect"), network)
    .map(([verb, name]) => `docker network ${verb} ${name}`),
  fc
    .tuple(fc.constantFrom("connect", "disconnect"), network, container)
    .map(([verb, of, name]) => `docker network ${verb} ${of} ${name}`),
  fc.tuple(file, fc.nat(9)).map(([path, n]) => `mkdir -p sub; echo ${n} >> ${path}`),
  file.map((path) => `rm -rf ${path}`),
  file.map((path) => `chmod 600 ${path}`),
);
