/* Part of sw.js. A new version takes over once no lesson is open: an open one still fetches parts of the version it began with. */
addEventListener("message", (event) => {
  if (event.data !== "take over") return;
  const decide = async () => {
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    if (!open.some(({ url }) => new URL(url).pathname.includes("/lessons/"))) await skipWaiting();
  };
  event.waitUntil(decide());
});
