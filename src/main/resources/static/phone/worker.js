// The pages' frame and files, kept under their version. What people's data are is never kept here: it is
// sealed in the pages' own store. VERSION and FILES are put before these lines by the server.
const KEPT = `phone-${VERSION}`
const FRAME = '/phone/'

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(KEPT)
  // The frame is always asked for anew: the browser may still have that of the version before.
  await cache.addAll([new Request(FRAME, { cache: 'reload' }), ...FILES])
})()))

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name !== KEPT) await caches.delete(name)
  }
  await self.clients.claim()
})()))

// A new version waits beside the old one until a page that starts asks for it.
self.addEventListener('message', event => {
  if (event.data === 'take over') self.skipWaiting()
})

self.addEventListener('fetch', event => {
  const { pathname, origin } = new URL(event.request.url)
  const isFrame = pathname === FRAME && event.request.mode === 'navigate'
  if (event.request.method !== 'GET' || origin !== location.origin || !(isFrame || FILES.includes(pathname))) return
  event.respondWith((async () =>
    await (await caches.open(KEPT)).match(isFrame ? FRAME : pathname) || fetch(event.request))())
})
