// What the phone keeps: sealed in IndexedDB by a random key, which a key made of the PIN opens. And the
// way of what was tapped to the office: changes wait here until the office has answered for each.
import { openDB, deleteDB } from './idb.js'

const DATABASE = 'nenmong-phone'
// So many that a guess costs a phone about a second.
const ROUNDS = 600000
// A request is small enough to get through on a weak network.
const AT_ONCE = 25
const PIECE = 16384
const PATIENCE = 60000
const STRICT = { durability: 'strict' }

let opened

function database() {
  opened = opened || openDB(DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('plain')
      db.createObjectStore('keys')
      db.createObjectStore('sealed')
    },
    // Another tab wipes it.
    blocking: close
  })
  return opened
}

async function close() {
  const closing = opened
  opened = null
  if (closing) (await closing).close()
}

/** Whose store this phone opens: of the account that was last seen signed in here. */
export const owner = async () => (await database()).get('plain', 'owner')

export async function belongTo(account) {
  await (await database()).put('plain', account, 'owner')
}

/** Whether something here has not reached the office yet, whoever's it is. */
const isWaiting = async () => (await (await database()).getAllKeys('sealed')).some(([, kind]) => kind === 'change' || kind === 'photo')

export const isMade = async account => await (await database()).getKey('keys', account) !== undefined

/** Nothing of anybody stays on this phone. */
export async function wipe() {
  await close()
  await deleteDB(DATABASE)
  for (const name of await caches.keys()) await caches.delete(name)
  const worker = navigator.serviceWorker && await navigator.serviceWorker.getRegistration('/phone/')
  if (worker) await worker.unregister()
}

async function keyOfPin(pin, salt) {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, typed,
    { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const random = length => crypto.getRandomValues(new Uint8Array(length))

export class Store {
  /** @param phone how this phone calls itself to the office: what it told itself is never another's */
  constructor(db, account, phone, key) {
    Object.assign(this, { db, account, phone, key })
  }

  static async make(account, pin) {
    const db = await database()
    const raw = random(32)
    const salt = random(16)
    const iv = random(12)
    const key = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOfPin(pin, salt), raw)
    await db.put('keys', { phone: crypto.randomUUID(), salt, iv, key }, account)
    return Store.open(account, pin)
  }

  /** Null where the PIN is another one. */
  static async open(account, pin) {
    const db = await database()
    const { phone, salt, iv, key } = await db.get('keys', account)
    const pinKey = await keyOfPin(pin, salt)
    let raw
    try {
      raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, pinKey, key)
    } catch (e) {
      return null
    }
    const opened = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
    return new Store(db, account, phone, opened)
  }

  at(kind, n) {
    return [this.account, kind, n]
  }

  // Where it stands is sealed in with it: nothing can be put in another's place.
  about(kind, n) {
    return new TextEncoder().encode(JSON.stringify(this.at(kind, n)))
  }

  async seal(kind, n, value) {
    const iv = random(12)
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: this.about(kind, n) }, this.key,
      new TextEncoder().encode(JSON.stringify(value)))
    return { iv, bytes }
  }

  async unseal(kind, n, sealed) {
    const { iv, bytes } = sealed
    return JSON.parse(new TextDecoder().decode(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: this.about(kind, n) }, this.key, bytes)))
  }

  async read(kind, n = 0) {
    const sealed = await this.db.get('sealed', this.at(kind, n))
    return sealed === undefined ? null : this.unseal(kind, n, sealed)
  }

  /** All of a kind in their order, each with its number `n`. */
  async all(kind) {
    const range = IDBKeyRange.bound(this.at(kind, 0), this.at(kind, Infinity))
    const tx = this.db.transaction('sealed')
    const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)])
    return Promise.all(keys.map(async (key, i) => ({ ...await this.unseal(kind, key[2], values[i]), n: key[2] })))
  }

  /** Writes and removes all of it or nothing: rows of kind, number, and value or null. */
  async write(...rows) {
    const ready = await Promise.all(rows.map(async ([kind, n, value]) =>
      [this.at(kind, n), value === null ? null : await this.seal(kind, n, value)]))
    const tx = this.db.transaction('sealed', 'readwrite', STRICT)
    for (const [key, sealed] of ready) {
      if (sealed === null) tx.store.delete(key)
      else tx.store.put(sealed, key)
    }
    await tx.done
  }
}

export const isSame = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const isOf = (change, meeting) =>
  change.cell === meeting.cell && change.month === meeting.month && change.kind === meeting.kind
// Two tabs of one phone write one after the other.
const alone = work => navigator.locks.request('nenmong-outbox', work)

export class Outbox {
  constructor(store) {
    this.store = store
    this.changes = []
    this.photos = []
    this.bag = null
    this.sent = null
  }

  async load() {
    const [changes, photos, bag, sent] = await Promise.all([
      this.store.all('change'), this.store.all('photo'), this.store.read('bag'), this.store.read('sent')])
    Object.assign(this, { changes, photos, bag, sent })
  }

  waiting() {
    return this.changes.filter(change => !change.why)
  }

  /** What the office did not take, as pairs of `change` or `photo` and the row. */
  refused() {
    return [...this.changes.map(row => ['change', row]), ...this.photos.map(row => ['photo', row])].filter(([, row]) => row.why)
  }

  waitingPhotos() {
    return this.photos.filter(photo => !photo.why)
  }

  unsent() {
    return this.waiting().length + this.waitingPhotos().length
  }

  changesOf(meeting) {
    return this.changes.filter(change => isOf(change, meeting))
  }

  /**
   * Keeps what was tapped. What has not been sent yet of the same field is taken in its place: the base
   * stays that of the first, the id is a new one. What may have reached the office already stays as it is.
   */
  async put(meeting, field, value, kept) {
    await alone(async () => {
      await this.load()
      const before = this.changes.find(c => isOf(c, meeting) && c.field === field && !c.tried)
      const under = this.changes.find(c => isOf(c, meeting) && c.field === field && c.tried && !c.why)
      const base = before ? before.base : kept ? kept.version : 0
      const rows = []
      if (!under && isSame(value, kept && kept.value)) {
        if (before) rows.push(['change', before.n, null])
      } else {
        // A state stands on what was told before it, and goes last.
        const n = before && field !== 'state' ? before.n : 1 + Math.max(0, ...this.changes.map(c => c.n))
        if (before && n !== before.n) rows.push(['change', before.n, null])
        const { cell, month, kind } = meeting
        rows.push(['change', n, { id: crypto.randomUUID(), cell, month, kind, field, value, base,
          at: new Date().toISOString() }])
      }
      if (rows.length) await this.store.write(...rows)
      await this.load()
    })
  }

  async drop(what, row) {
    await this.writeAlone([what, row.n, null])
  }

  async again(what, { n, why, tried, ...row }) {
    await this.writeAlone([what, n, { ...row, id: crypto.randomUUID() }])
  }

  async keepPhoto(meeting, bytes) {
    await alone(async () => {
      await this.load()
      const n = 1 + Math.max(0, ...this.photos.map(photo => photo.n))
      const { cell, month, kind } = meeting
      await this.store.write(['photo', n,
        { id: crypto.randomUUID(), cell, month, kind, size: bytes.length, bytes: toText(bytes) }])
      await this.load()
    })
  }

  async keepBag(bag, etag) {
    await this.writeAlone(['bag', 0, { ...bag, etag, taken: Date.now() }])
  }

  /** Takes the next ones to send, in their order. From now on they stay as they are. */
  async take(most) {
    return alone(async () => {
      await this.load()
      const taken = this.waiting().slice(0, most)
      const fresh = taken.filter(change => !change.tried)
      if (fresh.length) {
        await this.store.write(...fresh.map(({ n, ...change }) => ['change', n, { ...change, tried: true }]))
      }
      return taken
    })
  }

  /** What the office answered: its meetings as they are now, and no change that it has answered for. */
  async settle(outcomes, meetings) {
    await alone(async () => {
      await this.load()
      const rows = []
      let sent = false
      for (const { id, outcome, why } of outcomes) {
        const change = this.changes.find(c => c.id === id)
        if (!change) continue
        const { n, ...rest } = change
        if (outcome === 'refused') {
          rows.push(['change', n, { ...rest, why: why || '?', tried: false }])
        } else {
          rows.push(['change', n, null])
          sent = true
        }
      }
      if (this.bag && meetings.length) rows.push(['bag', 0, merged(this.bag, meetings)])
      if (sent) rows.push(['sent', 0, Date.now()])
      if (rows.length) await this.store.write(...rows)
      await this.load()
    })
  }

  async photoSent(photo) {
    await this.writeAlone(['photo', photo.n, null], ['sent', 0, Date.now()])
  }

  async photoRefused({ n, ...photo }, why) {
    await this.writeAlone(['photo', n, { ...photo, why }])
  }

  async writeAlone(...rows) {
    await alone(async () => {
      await this.store.write(...rows)
      await this.load()
    })
  }
}

function merged(bag, meetings) {
  return {
    ...bag,
    cells: bag.cells.map(cell => {
      const told = meetings.filter(meeting => meeting.cell === cell.id)
      const isOlder = old => told.some(meeting => isOf(meeting, old) && meeting.version >= old.version)
      const kept = cell.meetings.filter(old => !isOlder(old))
      return { ...cell, meetings: [...kept, ...told.filter(meeting => !kept.some(old => isOf(old, meeting)))] }
    })
  }
}

const toText = bytes => {
  let text = ''
  for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE))
  return btoa(text)
}
const toBytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

/** What keeps the phone from sending: `offline`, `signIn`, `ended`, `forbidden` or `failed`. */
export class Hindered extends Error {
  constructor(by) {
    super(by)
    this.by = by
  }
}

async function ask(path, options = {}) {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), PATIENCE)
  try {
    // Said to be no page, it is not where one comes back to after signing in.
    const headers = { Accept: 'application/json', ...options.headers }
    const answer = await fetch(path, { cache: 'no-store', redirect: 'manual', signal: stop.signal, ...options, headers })
    // Read to its end here: a network that breaks off in the middle is no answer.
    const isJson = (answer.headers.get('Content-Type') || '').includes('json')
    return { status: answer.status, type: answer.type, etag: answer.headers.get('ETag'),
      body: isJson && answer.status !== 304 ? await answer.json() : null }
  } catch (e) {
    throw new Hindered('offline')
  } finally {
    clearTimeout(late)
  }
}

/** The office, as a phone speaks with it. */
export class Office {
  constructor() {
    this.state = null
    this.pin = null
  }

  /** Who one is there now. */
  async look() {
    const answer = await ask('/phone/state')
    if (answer.status !== 200 || !answer.body) throw new Hindered('failed')
    this.state = answer.body
    const { device } = this.state
    if (device === 'ended' || device === 'replaced' && !await isWaiting()) throw new Hindered('ended')
    return this.state
  }

  // A PIN that the office does not take is not tried again: guessing is counted there.
  async signIn() {
    if (this.state.device !== 'known' || !this.pin) return false
    const form = new URLSearchParams({ pin: this.pin, _csrf: this.state.csrf.token })
    const answer = await ask('/device', { method: 'POST', body: form })
    if (answer.type !== 'opaqueredirect') this.pin = null
    await this.look()
    return this.state.account !== null
  }

  /** Asks as the account whose store is open, and as nobody else. */
  async as(account, path, options = {}) {
    for (let again = false; ; again = true) {
      if (!this.state || again) await this.look()
      if (this.state.account === null && !await this.signIn()) throw new Hindered('signIn')
      if (this.state.account !== account) throw new Hindered('signIn')
      const { header, token } = this.state.csrf
      const answer = await ask(path, { ...options, headers: { ...options.headers, [header]: token } })
      const isLeft = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403
      if (!isLeft) return answer
      if (again) throw new Hindered(answer.status === 403 ? 'forbidden' : 'signIn')
    }
  }

  json(account, path, body) {
    return this.as(account, path,
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  }

  async fetchBag(outbox) {
    const etag = outbox.bag && outbox.bag.etag
    const answer = await this.as(outbox.store.account, '/api/phone/bag',
      etag ? { headers: { 'If-None-Match': etag } } : {})
    if (answer.status === 304) await outbox.keepBag(outbox.bag, etag)
    else if (answer.status === 200 && answer.body) await outbox.keepBag(answer.body, answer.etag)
    else throw new Hindered('failed')
  }

  /** Sends all that waits. Does nothing while another tab sends. */
  async send(outbox, told) {
    await navigator.locks.request('nenmong-send', { ifAvailable: true }, async lock => {
      if (!lock) return
      await this.look()
      let most = AT_ONCE
      for (let batch = await outbox.take(most); batch.length; batch = await outbox.take(most)) {
        told()
        const answer = await this.json(outbox.store.account, '/api/phone/changes',
          { phone: outbox.store.phone, changes: batch.map(({ n, tried, ...change }) => change) })
        if (answer.status === 200 && answer.body) {
          await outbox.settle(answer.body.outcomes, answer.body.meetings)
        } else if (answer.status >= 400 && answer.status < 500) {
          // One that can't be read must not keep the others here: each goes alone then.
          if (batch.length === 1) await outbox.settle([{ id: batch[0].id, outcome: 'refused', why: why(answer) }], [])
          most = 1
        } else {
          throw new Hindered('failed')
        }
      }
      for (const photo of outbox.waitingPhotos()) await this.sendPhoto(outbox, photo)
    })
  }

  async sendPhoto(outbox, photo) {
    const bytes = toBytes(photo.bytes)
    for (let received = 0; received < photo.size;) {
      const query = new URLSearchParams({ cell: photo.cell, month: photo.month, kind: photo.kind,
        size: photo.size, offset: received })
      const answer = await this.as(outbox.store.account, `/api/phone/photos/${photo.id}?${query}`, { method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream' }, body: bytes.subarray(received, received + PIECE) })
      // One that is not taken must not keep the others here.
      if (answer.status === 404 || answer.status === 413 || answer.status === 422) return outbox.photoRefused(photo, why(answer))
      if ((answer.status !== 200 && answer.status !== 409) || !answer.body) throw new Hindered('failed')
      received = answer.body.received
    }
    await outbox.photoSent(photo)
  }

  async choose(outbox, change, take, agreed) {
    const answer = await this.json(outbox.store.account, '/api/phone/settle', { change, take, agreed })
    if (answer.status !== 200) throw new Hindered('failed')
    await outbox.settle([], [answer.body])
  }
}

const why = answer => answer.body && (answer.body.why || answer.body.detail) || String(answer.status)
