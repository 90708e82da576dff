// What was written without a network: kept in this browser, and sent in order, each once.
// Pages and the service worker both run this file; it gives them `outbox` and touches no page.
self.outbox = (() => {
  const NAME = "outbox";

  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open("liangxing", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(NAME, { keyPath: "n", autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });

  async function store(mode, act) {
    const kept = await open();
    try {
      return await new Promise((done, fail) => {
        const doing = kept.transaction(NAME, mode), asked = act(doing.objectStore(NAME));
        doing.oncomplete = () => done(asked.result);
        doing.onabort = () => fail(doing.error);
      });
    } finally {
      kept.close();
    }
  }

  function tell() {
    if ("BroadcastChannel" in self) {
      const all = new BroadcastChannel(NAME);
      all.postMessage("changed");
      all.close();
    }
  }

  const every = () => store("readonly", (items) => items.getAll());
  const get = (n) => store("readonly", (items) => items.get(n));
  const put = (item) => store("readwrite", (items) => items.put(item)).then((n) => (tell(), n));
  const remove = (n) => store("readwrite", (items) => items.delete(n)).then(tell);
  const clear = () => store("readwrite", (items) => items.clear()).then(tell);

  // The token against forged forms changes when somebody signs in, so it is asked for each time.
  async function who() {
    const answer = await fetch("/outbox-token/", { cache: "no-store", credentials: "same-origin" });
    if (!answer.ok) throw new TypeError("no token");
    return answer.json();
  }

  function body(item, token) {
    const form = new FormData();
    for (const [name, value] of item.fields) {
      if (value instanceof Blob) form.append(name, value, value.name || "file");
      else form.append(name, value);
    }
    form.append("csrfmiddlewaretoken", token);
    return form;
  }

  // What became of one: sent, refused, or still waiting (the server is busy, or its sender has signed out).
  async function post(item, token) {
    const answer = await fetch(item.url, {
      method: "POST", body: body(item, token), headers: { Outbox: "later" }, credentials: "same-origin",
    });
    if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return false;
    if (!answer.ok) {
      await put(Object.assign({}, item, { state: "refused", answer: await answer.text() }));
      return true;
    }
    const json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    const told = json ? await answer.json() : {};
    // Of what has been sent nothing stays here but that it was, and where it lies.
    const { n, reader, title, at } = item;
    await put({ n, reader, title, at, state: "sent", to: told.to || item.page, said: told.said || [] });
    return true;
  }

  async function sendAll() {
    const waiting = (await every()).filter((item) => item.state === "waiting");
    if (!waiting.length) return 0;
    const { token, reader } = await who();
    let left = 0;
    for (const { n } of waiting) {
      const item = await get(n);  // it may have been taken back, or sent from another tab, meanwhile
      if (!item || item.state !== "waiting") continue;
      const theirs = item.reader === reader || item.reader === "public";
      if (!theirs || !(await post(item, token))) left += theirs ? 1 : 0;
      if (left) break;  // in order: what was written later does not overtake
    }
    return left;
  }

  // One sender at a time, whatever the number of tabs; the server would know a second sending by its key.
  const send = () => (self.navigator.locks ? self.navigator.locks.request(NAME, sendAll) : sendAll());

  return { every, get, put, remove, clear, send, NAME };
})();
