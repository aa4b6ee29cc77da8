import { readSaved } from "./read-saved.ts";
import { DamagedWork, type Kept, type Vault } from "./vault.ts";

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("the browser's storage failed"));
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = transaction.onerror = () =>
      failed(transaction.error ?? new Error("the browser's storage failed"));
  });

const WAIT = 4000;

/** Opens the database. One that never answers counts as forbidden: a learner must not wait for it. */
const open = (factory: IDBFactory): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error("the browser's storage does not answer")), WAIT);
    const request = factory.open("drydock", 3);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result: database } = request;
      if (oldVersion < 1) {
        database.createObjectStore("work", { keyPath: "lesson" });
        database.createObjectStore("kept", { autoIncrement: true }).createIndex("for", ["lesson", "why"]);
      }
      if (oldVersion < 2) database.createObjectStore("machines");
      // What could not be read: nothing is ever thrown away.
      if (oldVersion < 3) database.createObjectStore("damaged", { autoIncrement: true });
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // A newer page wants to change the database: let it, later saves of this one say that they failed.
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      failed(request.error ?? new Error("the browser's storage is closed"));
    };
  });

/** How many works set aside for one reason a lesson keeps. */
const KEPT = 10;

const put = async (store: IDBObjectStore, kept: Kept): Promise<void> => {
  await result(store.add(kept));
  const keys = await result(store.index("for").getAllKeys(IDBKeyRange.only([kept.lesson, kept.why])));
  for (const key of keys.slice(0, -KEPT)) store.delete(key);
};

/** IndexedDB. Rejects where the browser forbids it (private windows, blocked storage). */
export const browserVault = async (factory: IDBFactory = indexedDB): Promise<Vault> => {
  const database = await open(factory);
  const only = (lesson: string, why: Kept["why"]): IDBKeyRange => IDBKeyRange.only([lesson, why]);
  return {
    async load(lesson) {
      const raw = await result<unknown>(database.transaction("work").objectStore("work").get(lesson));
      if (raw === undefined) return undefined;
      const saved = readSaved(raw);
      if (saved) return saved;
      const transaction = database.transaction(["work", "machines", "damaged"], "readwrite");
      const done = finished(transaction);
      done.catch(() => undefined);
      transaction.objectStore("damaged").add({ lesson, raw });
      transaction.objectStore("work").delete(lesson);
      transaction.objectStore("machines").delete(lesson);
      await done;
      throw new DamagedWork(raw);
    },
    all: async () =>
      (await result<unknown[]>(database.transaction("work").objectStore("work").getAll())).flatMap(
        (raw) => readSaved(raw) ?? [],
      ),
    async save(saved, basedOn) {
      const transaction = database.transaction(["work", "kept"], "readwrite", { durability: "strict" });
      const done = finished(transaction);
      // The pages that follow ask for the requests; a rejection of `done` must not go unheard meanwhile.
      done.catch(() => undefined);
      const work = transaction.objectStore("work");
      const there = readSaved(await result<unknown>(work.get(saved.lesson)));
      const other = there !== undefined && there.revision !== basedOn ? there : undefined;
      if (other)
        await put(transaction.objectStore("kept"), { lesson: saved.lesson, why: "other-tab", saved: other });
      work.put(saved);
      await done;
      return other;
    },
    loadMachine: (lesson) =>
      result<string | undefined>(database.transaction("machines").objectStore("machines").get(lesson)),
    async saveMachine(lesson, text) {
      const transaction = database.transaction("machines", "readwrite");
      const done = finished(transaction);
      done.catch(() => undefined);
      transaction.objectStore("machines").put(text, lesson);
      await done;
    },
    async keep(kept) {
      const transaction = database.transaction("kept", "readwrite");
      const done = finished(transaction);
      done.catch(() => undefined);
      await put(transaction.objectStore("kept"), kept);
      await done;
    },
    async clear(lesson) {
      const transaction = database.transaction(["work", "machines"], "readwrite");
      const done = finished(transaction);
      done.catch(() => undefined);
      transaction.objectStore("work").delete(lesson);
      transaction.objectStore("machines").delete(lesson);
      await done;
    },
    async takeBack(lesson, why) {
      const transaction = database.transaction("kept", "readwrite");
      const cursor = await result(
        transaction.objectStore("kept").index("for").openCursor(only(lesson, why), "prev"),
      );
      if (!cursor) return undefined;
      const { machine, saved: raw } = cursor.value as Kept;
      cursor.delete();
      await finished(transaction);
      const saved = readSaved(raw);
      return saved && { lesson, why, saved, machine: typeof machine === "string" ? machine : undefined };
    },
    async peek(lesson, why) {
      const index = database.transaction("kept").objectStore("kept").index("for");
      const cursor = await result(index.openCursor(only(lesson, why), "prev"));
      return cursor ? readSaved((cursor.value as Kept).saved) : undefined;
    },
    holds: async (lesson, why) =>
      (await result(database.transaction("kept").objectStore("kept").index("for").count(only(lesson, why)))) >
      0,
  };
};
