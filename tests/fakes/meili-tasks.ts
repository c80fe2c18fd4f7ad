import {
  defaultSettings,
  type FakeDocument,
  type FakeIndex,
  FakeRefusal,
  type FakeSettings,
} from './meili-index.ts';

type Task = {
  readonly uid: number;
  readonly indexUid: string | null;
  readonly type: string;
  readonly enqueuedAt: string;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: object | null;
};

/** The engine's indexes and its queue of tasks: each is acknowledged at once and done later, in order. */
export function openTasks() {
  const indexes = new Map<string, FakeIndex>();
  const tasks: Task[] = [];
  const waiting: (() => void)[] = [];
  let isHeld = false;
  let failure: string | undefined;
  const next = () => setTimeout(() => !isHeld && waiting.shift()?.(), 2);
  const now = () => new Date().toISOString();

  function enqueue(type: string, indexUid: string | null, work: () => void) {
    const task: Task = {
      uid: tasks.length,
      indexUid,
      type,
      enqueuedAt: now(),
      status: 'enqueued',
      error: null,
    };
    tasks.push(task);
    waiting.push(() => {
      try {
        if (failure) throw new FakeRefusal(500, 'internal', failure);
        work();
        task.status = 'succeeded';
      } catch (fault) {
        const { code, message } = fault as FakeRefusal;
        Object.assign(task, {
          status: 'failed',
          error: { message, code, type: 'invalid_request', link: '' },
        });
      }
      failure = undefined;
      next();
    });
    if (waiting.length === 1) next();
    return { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: task.enqueuedAt };
  }

  const found = (uid: string): FakeIndex => {
    const index = indexes.get(uid);
    if (!index) throw new FakeRefusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  };
  const made = (uid: string, primaryKey: string | null): FakeIndex => {
    const index = { primaryKey, createdAt: now(), documents: new Map(), settings: defaultSettings() };
    indexes.set(uid, index);
    return index;
  };

  return {
    indexes,
    task(uid: number) {
      const task = tasks[uid];
      if (!task) throw new FakeRefusal(404, 'task_not_found', `Task \`${uid}\` not found.`);
      const isDone = task.status === 'succeeded' || task.status === 'failed';
      const times = isDone ? { startedAt: task.enqueuedAt, finishedAt: task.enqueuedAt } : {};
      return { ...task, ...times, batchUid: null, canceledBy: null, details: null, duration: null };
    },
    createIndex: ({ uid, primaryKey }: { uid: string; primaryKey: string }) =>
      enqueue('indexCreation', uid, () => {
        if (indexes.has(uid))
          throw new FakeRefusal(409, 'index_already_exists', `Index \`${uid}\` already exists.`);
        made(uid, primaryKey);
      }),
    deleteIndex(uid: string) {
      found(uid);
      return enqueue('indexDeletion', uid, () => void indexes.delete(uid));
    },
    swap: (pairs: { indexes: [string, string] }[]) =>
      enqueue('indexSwap', null, () => {
        for (const {
          indexes: [a, b],
        } of pairs) {
          const [first, second] = [found(a), found(b)];
          indexes.set(a, second).set(b, first);
        }
      }),
    change(uid: string, settings: FakeSettings) {
      found(uid);
      return enqueue('settingsUpdate', uid, () => void Object.assign(found(uid).settings, settings));
    },
    put: (uid: string, documents: FakeDocument[], primaryKey: string | null) =>
      enqueue('documentAdditionOrUpdate', uid, () => {
        const index = indexes.get(uid) ?? made(uid, primaryKey);
        for (const document of documents) {
          const key = String(document[index.primaryKey ?? 'id']);
          if (!/^[a-zA-Z0-9_-]{1,511}$/.test(key))
            throw new FakeRefusal(400, 'invalid_document_id', `not a key: ${key}`);
          index.documents.set(key, document);
        }
      }),
    remove(uid: string, keys: string[]) {
      found(uid);
      return enqueue('documentDeletion', uid, () => {
        for (const key of keys) found(uid).documents.delete(key);
      });
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      next();
    },
    failNext(message: string) {
      failure = message;
    },
    forget() {
      indexes.clear();
      tasks.length = 0;
      waiting.length = 0;
    },
  };
}
