// The pages. Each has one question; what is tapped is kept at once, and sent when there is signal.
import { Meeting, LAST, REGULAR, today, monthFrom, isoDay, clock } from './meeting.js'

const words = JSON.parse(document.getElementById('words').textContent)
const lang = document.documentElement.lang
const STEPS = 7
// Out of sight for longer, the pages close and ask for the PIN.
const OPEN_FOR = 15 * 60000
const SOON = 2500
const TRY_AGAIN = 60000
const PHOTO = 150000

const app = { store: null, outbox: null, office: null, meeting: null, busy: false, by: null, failed: false,
  ended: false }
const tabs = new BroadcastChannel('nenmong-phone')

// store.js, from when there is something to open or to take along: who only looks does not load it.
let kept

async function loadStore() {
  kept = kept || await import('./store.js')
  app.office = app.office || new kept.Office()
}

async function hasSomething() {
  return !indexedDB.databases || (await indexedDB.databases()).some(one => one.name === 'nenmong-phone')
}

// Words, days and numbers

function t(key, ...values) {
  const word = words[key]
  if (word === undefined) throw new Error(`no word ${key}`)
  return word.replace(/\{(\d)\}/g, (_, i) => values[i])
}
const day = iso => iso ? iso.split('-').reverse().join('/') : ''
const number = value => new Intl.NumberFormat(lang).format(value)
const moment = time => {
  const date = new Date(time)
  const at = clock(date)
  return isoDay(date) === isoDay(new Date()) ? at : `${at} ${day(isoDay(date))}`
}
const monthName = month => month.split('-').reverse().join('/')
const clean = text => text.normalize('NFC').trim() || null

// What pages are made of

function h(tag, props, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (name === 'value' || name === 'checked') node[name] = value
    else node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false))
  return node
}

const ICONS = {
  back: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7', add: 'M12 5v14M5 12h14', minus: 'M5 12h14', up: 'M6 15l6-6 6 6', down: 'M6 9l6 6 6-6',
  ok: 'M5 12l5 5L20 7', take: 'M12 4v11m-5-5l5 5 5-5M5 20h14', send: 'M12 20V9m-5 5l5-5 5 5M5 4h14', no: 'M6 6l12 12M18 6L6 18',
  people: 'M9 11a3 3 0 100-6 3 3 0 000 6zm-6 8c0-3 3-5 6-5s6 2 6 5M16 5a3 3 0 010 6m2 3c2 1 3 3 3 5',
  paper: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7', pen: 'M4 20l1-5L16 4l4 4L9 19z', photo: 'M4 7h4l2-2h4l2 2h4v12H4zM12 16a3 3 0 100-6 3 3 0 000 6z',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 018 0v3', day: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4', vote: 'M5 11h14v9H5zM9 7l3-4 4 3-3 5M8 15h8'
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svg.namespaceURI, 'path')
  path.setAttribute('d', ICONS[name])
  svg.append(path)
  return svg
}

const button = (picture, word, onclick, props) =>
  h('button', { type: 'button', class: 'btn', onclick, ...props }, icon(picture), word)
const link = (picture, word, to, props) => h('a', { class: 'btn', href: to, ...props }, icon(picture), word)
const hint = text => text && h('p', { class: 'hint' }, text)
const warning = text => h('p', { class: 'alert', role: 'alert' }, text)

function labelled(label, control, help) {
  const [input, problem] = Array.isArray(control) ? control : [control, null]
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), help && h('small', { id: `${input.id}-help` }, help), input, problem)
}

const pending = new Map()

/** What is typed is kept while it is typed, and at the latest when the field is left. */
function typed(input, keep) {
  const now = () => {
    const waits = pending.get(input)
    if (!waits) return
    clearTimeout(waits.timer)
    pending.delete(input)
    keep(input.value)
  }
  input.addEventListener('input', () => {
    const waits = pending.get(input)
    if (waits) clearTimeout(waits.timer)
    pending.set(input, { timer: setTimeout(now, 400), now })
  })
  input.addEventListener('change', now)
  return input
}
const keepTyped = () => [...pending.values()].forEach(waits => waits.now())

const line = (id, value, keep, props) =>
  typed(h('input', { id, value: value || '', autocomplete: 'off', maxlength: 500, ...props }), text => keep(clean(text)))
const lines = (id, value, keep) =>
  typed(h('textarea', { id, value: value || '', rows: 5, maxlength: 8000 }), text => keep(clean(text)))

/** Digits alone are typed; what stands between them comes by itself. */
function digits(id, shown, lengths, between, keep) {
  const most = lengths.reduce((sum, length) => sum + length)
  const input = h('input', { id, value: shown, inputmode: 'numeric', autocomplete: 'off', maxlength: most + lengths.length - 1 })
  const parts = () => {
    let rest = input.value.replace(/\D/g, '').slice(0, most)
    return lengths.map(length => {
      const part = rest.slice(0, length)
      rest = rest.slice(length)
      return part
    }).filter(Boolean)
  }
  const read = () => {
    const value = input.value.trim() ? keep.read(parts()) : null
    input.setAttribute('aria-invalid', String(value === undefined))
    problem.textContent = value === undefined ? keep.wrong : ''
    if (value === undefined) return
    input.value = keep.show(value)
    keep.keep(value)
  }
  input.addEventListener('input', e => {
    if (!(e.inputType || '').startsWith('delete')) input.value = parts().join(between)
    if (parts().join('').length === most) read()
  })
  input.addEventListener('change', read)
  const problem = h('small', { class: 'bad', role: 'alert' })
  return [input, problem]
}

/** 28/12/2016, or 28/12 of the year that is next to the meeting. */
const dayInput = (id, value, keep) => digits(id, day(value), [2, 2, 4], '/', { show: day, keep, wrong: t('wrong.day'), read: ([of, month, year]) => {
  const first = monthFrom(app.meeting.month, -3)
  const next = Number(first.slice(0, 4)) + (month < first.slice(5) ? 1 : 0)
  const iso = `${year || next}-${month}-${of}`
  const date = new Date(`${iso}T00:00`)
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !isNaN(date) && isoDay(date) === iso ? iso : undefined
} })
const timeInput = (id, value, keep) => digits(id, value || '', [2, 2], ':', { show: time => time || '', keep, wrong: t('wrong.hour'),
  read: ([hour, minute = '00']) => /^([01]\d|2[0-3])$/.test(hour) && /^[0-5]\d$/.test(minute) ? `${hour}:${minute}` : undefined })

function choice(id, options, value, keep) {
  return h('select', { id, onchange: e => keep(e.target.value || null) },
    h('option', { value: '' }, t('choose')),
    options.map(([of, word]) => h('option', { value: of, selected: of === value }, word)))
}

const peopleOf = m => m.roster().map(person => [person.id, person.name])

function chips(id, options, value, keep) {
  return options.map(([of, word]) =>
    h('button', { type: 'button', id: `${id}-${of}`, class: 'chip', 'aria-pressed': String(of === value), onclick: () => keep(of) }, word))
}

function stepper(id, label, value, keep, most) {
  const step = (picture, by, word, off) =>
    h('button', { type: 'button', id: `${id}${by}`, class: 'step', disabled: off, 'aria-label': `${label}: ${word}`,
      onclick: () => keep(value + by) }, icon(picture))
  return h('div', { class: 'stepper', role: 'group', 'aria-label': label }, h('span', null, label),
    step('minus', -1, t('less'), value <= 0),
    h('output', { id }, number(value)), step('add', 1, t('more'), most !== undefined && value >= most))
}

// The frame of a page, made once: a screen reader is told of its state and not of its making

const frame = document.getElementById('page')
const back = h('a', { class: 'back', href: '#/', 'aria-label': t('back') }, icon('back'))
const place = h('strong')
const what = h('small')
const stateLine = h('div', { class: 'state', role: 'status' })
const main = h('main')
const foot = h('footer')
frame.append(h('header', { class: 'top' }, back, h('div', null, place, what)), stateLine, main, foot)

/** @param page title, head, sub, up (where back leads, or null), step, body, foot */
function show(page) {
  const at = document.activeElement && document.activeElement.id
  const isNew = main.dataset.at !== location.hash
  back.hidden = !page.up
  back.href = page.up || '#/'
  place.textContent = page.head || t('title')
  what.textContent = page.sub || ''
  document.title = `${page.title} · ${t('title')}`
  const heading = h('h1', { id: 'title', tabindex: '-1' }, page.title)
  main.replaceChildren(...[page.step && steps(page.step), heading, ...page.body.flat(Infinity)].filter(Boolean))
  foot.replaceChildren(...(page.foot || []).flat(Infinity).filter(Boolean))
  foot.hidden = !foot.childNodes.length
  showState()
  const again = !isNew && at && document.getElementById(at)
  if (again) again.focus({ preventScroll: true })
  else if (isNew && main.dataset.at !== undefined) {
    scrollTo(0, 0)
    heading.focus({ preventScroll: true })
  }
  main.dataset.at = location.hash
}

const steps = ([now, all]) => h('div', { class: 'steps' },
  h('div', { class: 'bars', 'aria-hidden': 'true' },
    Array.from({ length: all }, (_, i) => h('i', { class: i < now ? 'on' : null }))),
  h('span', { 'aria-label': t('step', now, all) }, `${now}/${all}`))

/** Nothing but the truth, of this very moment. */
function showState() {
  const { outbox } = app
  const unsent = outbox ? outbox.unsent() : 0
  const refused = outbox ? outbox.refused().length : 0
  const parts = []
  if (app.failed) parts.push(t('state.notKept'))
  else if (!outbox) parts.push(t(navigator.onLine ? 'state.online' : 'state.offline'))
  else if (app.busy && unsent) parts.push(t('state.sending', unsent))
  else if (unsent) parts.push(t('state.unsent', unsent))
  else if (outbox.sent) parts.push(t('state.sent', moment(outbox.sent)))
  else parts.push(t('state.nothing'))
  if (outbox && unsent && app.by === 'signIn') parts.push(t('state.signIn'))
  if (outbox && unsent && app.by === 'forbidden') parts.push(t('state.forbidden'))
  if (outbox && unsent && app.by === 'failed') parts.push(t('state.failed'))
  if (refused) parts.push(t('state.refused', refused))
  const text = parts.join(' · ')
  if (stateLine.textContent !== text) stateLine.textContent = text
  stateLine.className = `state ${app.failed || refused ? 'bad' : outbox && !unsent ? 'ok' : ''}`
}

// Keeping and sending

function save(field, value, meeting = app.meeting) {
  const work = keepField(field, value, meeting)
  app.saving = Promise.all([app.saving, work])
  return work
}

async function keepField(field, value, meeting) {
  try {
    await app.outbox.put(meeting, field, value, meeting.kept(field))
    app.failed = false
  } catch (e) {
    app.failed = true
  }
  keptHere()
}

function keptHere() {
  tabs.postMessage('kept')
  soon()
  read()
  showState()
}

let timer
function soon() {
  clearTimeout(timer)
  timer = setTimeout(send, SOON)
}

/** Takes what the outbox has now into the meeting that is looked at. */
function read() {
  const m = app.meeting
  if (m) app.meeting = meetingOf(m.cell, m.month, m.kind)
}

async function send() {
  if (!app.outbox || app.busy) return
  app.busy = true
  app.by = null
  showState()
  try {
    await app.office.send(app.outbox, showState)
  } catch (e) {
    hindered(e)
  }
  app.busy = false
  if (!app.outbox) return
  tabs.postMessage('kept')
  read()
  refresh()
}

function hindered(e) {
  if (!e.by) console.error(e)
  app.by = e.by || 'failed'
  if (app.by === 'ended') end()
}

async function end() {
  app.ended = true
  lock()
  await kept.wipe()
  location.hash = '#/'
  render()
}

function lock() {
  app.store = app.outbox = app.meeting = null
  if (app.office) app.office.pin = null
}

/** Shows what came, unless someone is typing: then only the line on top. */
function refresh() {
  const at = document.activeElement
  if (at && main.contains(at) && at.matches('input:not([type=checkbox]), textarea, select')) showState()
  else render()
}

async function tapped(field, value) {
  await save(field, value)
  render()
}

// Pages before a meeting

const INSIDE = /Zalo|FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|TikTok|; wv\)/

function canKeep() {
  return isSecureContext && 'serviceWorker' in navigator && 'indexedDB' in window && 'locks' in navigator && crypto.subtle &&
    !INSIDE.test(navigator.userAgent)
}

function otherBrowser() {
  const address = `${location.origin}/phone/`
  const input = h('input', { id: 'address', value: address, readonly: true })
  const copied = h('p', { role: 'status' })
  show({ title: t('inside'), body: [
    h('ol', { class: 'how' }, h('li', null, t('inside.copy')), h('li', null, t('inside.open')), h('li', null, t('inside.paste'))),
    labelled(t('inside.address'), input),
    button('take', t('inside.button'), async () => {
      input.select()
      try { await navigator.clipboard.writeText(address) } catch (e) { document.execCommand('copy') }
      copied.textContent = t('inside.copied')
    }, { class: 'btn primary wide' }), copied] })
}

/** @param whose account it is that opens */
function pinForm(title, help, whose, keep) {
  const wrong = h('div')
  const input = h('input', { id: 'pin', class: 'pin', type: 'password', inputmode: 'numeric', autocomplete: 'off',
    maxlength: 6, pattern: '[0-9]{6}', required: true, 'aria-describedby': 'pin-help' })
  const form = h('form', { id: 'unlock', onsubmit: async e => {
    e.preventDefault()
    if (!/^\d{6}$/.test(input.value)) return wrong.replaceChildren(warning(t('pin.six')))
    const problem = await keep(input.value)
    if (!problem) return
    input.value = ''
    wrong.replaceChildren(warning(problem))
    input.focus()
  } }, wrong, labelled(t('pin'), input, help))
  show({ title, sub: whose, body: [form], foot: [h('button', { class: 'btn primary', form: 'unlock' }, icon('lock'), t('pin.open'))] })
  input.focus()
}

function unlock(account) {
  pinForm(t('unlock'), t('unlock.help'), account, async pin => {
    const store = await kept.Store.open(account, pin)
    if (!store) return t('pin.wrong')
    await begin(store, pin)
  })
}

async function begin(store, pin) {
  const outbox = new kept.Outbox(store)
  await outbox.load()
  Object.assign(app, { store, outbox })
  app.office.pin = pin
  render()
  send()
}

function first() {
  const body = [h('p', null, t('first.help'))]
  if (app.by === 'signIn') body.push(warning(t('first.signIn')))
  if (app.by === 'offline') body.push(warning(t('first.offline')))
  show({ title: t('first'), body, foot: [app.by === 'signIn'
    ? link('lock', t('signIn'), '/phone/in', { class: 'btn primary' })
    : button('take', t('take'), startTaking, { class: 'btn primary', id: 'take' })] })
}

async function startTaking() {
  try {
    app.by = null
    await loadStore()
    const { account } = await app.office.look()
    if (account === null) throw new kept.Hindered('signIn')
    await kept.belongTo(account)
    if (await kept.isMade(account)) return unlock(account)
    const help = app.office.state.device === 'known' ? t('pin.new.help') : `${t('pin.new.help')} ${t('first.unknown')}`
    pinForm(t('pin.new'), help, account, async pin => {
      const store = await kept.Store.make(account, pin)
      await begin(store, pin)
      await take()
    })
  } catch (e) {
    hindered(e)
    if (!app.ended) first()
  }
}

async function take() {
  app.by = null
  try {
    await app.office.send(app.outbox, showState)
    await app.office.fetchBag(app.outbox)
    keepPages()
  } catch (e) {
    hindered(e)
  }
  tabs.postMessage('kept')
  if (app.outbox) render()
}

// Home

const cells = () => app.outbox.bag ? app.outbox.bag.cells : []

function meetingOf(cell, month, kind) {
  const place = cells().find(one => one.id === cell)
  return place && new Meeting(place, month, kind, app.outbox.bag, app.outbox.changesOf({ cell, month, kind }))
}

const toMeeting = (m, ...rest) => ['#', 'm', m.cell, m.month, m.kind, ...rest].join('/')
const nameOf = m => t(`meeting.${m.kind}`, monthName(m.month))

function nextOf(m) {
  const state = m.state()
  if (state === 'missed') return { word: t('next.look'), to: toMeeting(m, 'missed') }
  if (state === 'approved') return { word: t('next.look'), to: toMeeting(m, STEPS) }
  if (state === 'minuted') return { word: t('next.approve'), to: toMeeting(m, STEPS) }
  if (state === 'held') return { word: t('next.goOn'), to: toMeeting(m) }
  if (state === 'prepared') return { word: t('next.hold'), to: toMeeting(m, 1) }
  return { word: t('next.prepare'), to: toMeeting(m, 'prepare') }
}

function stateTag(m) {
  const state = m.state()
  const listed = m.listed()
  const tone = state === 'missed' ? 'bad' : state === 'approved' || listed ? 'ok' : state === null ? '' : 'warn'
  return h('span', { class: `tag ${tone}` }, t(`is.${state || (listed ? 'listed' : 'none')}`))
}

function home() {
  const { outbox } = app
  const { bag } = outbox
  const several = cells().length > 1
  const body = []
  if (app.by === 'signIn') body.push(warning(t('signIn.help')), link('lock', t('signIn'), '/phone/in', { class: 'btn primary wide' }))
  if (app.by === 'forbidden') body.push(warning(t('forbidden')))
  const refused = outbox.refused().length
  if (refused) body.push(link('no', t('refused', refused), '#/refused', { class: 'btn wide bad' }))
  for (const cell of cells()) {
    if (several) body.push(h('h2', null, cell.name))
    body.push(h('ul', { class: 'cards' }, meetingsOf(cell).map(m => h('li', null, h('a', { href: toMeeting(m) },
      h('span', null, h('b', null, t(`month.${m.kind}`, monthName(m.month))), stateTag(m), h('small', null, day(m.value('heldOn') || m.value('plannedOn') || (m.listed() || {}).heldOn))),
      h('em', null, nextOf(m).word), icon('next'))))))
    const month = bag.today.slice(0, 7)
    if (!meetingOf(cell.id, month, 'thematic').state()) {
      body.push(link('add', t('thematic.add', monthName(month)), ['#', 'm', cell.id, month, 'thematic'].join('/'), { class: 'btn wide' }))
    }
    const tasks = cell.tasks.filter(task => !task.done)
    if (tasks.length) {
      body.push(h('h2', null, t('tasks', tasks.length)), h('ul', { class: 'plain' }, tasks.map(task => h('li', null, task.text,
        h('small', null, [nameIn(cell, task.person), task.due && t('due', day(task.due))].filter(Boolean).join(' · '))))))
    }
  }
  body.push(h('section', { class: 'box' },
    h('p', null, bag ? t('taken', moment(bag.taken)) : t('taken.never')),
    h('div', { class: 'two' }, button('take', t('take'), take, { id: 'take' }), button('send', t('send'), send, { id: 'send' })),
    app.by === 'offline' && h('p', { class: 'muted' }, t('offline'))))
  show({ title: t('home'), head: cells().length === 1 ? cells()[0].name : t('title'), sub: bag ? bag.name : '', body })
}

function nameIn(cell, id) {
  const person = cell.roster.find(one => one.id === id)
  return person ? person.name : ''
}

/** Last month, this and next; thematic ones where there is something of them. */
function meetingsOf(cell) {
  const now = today(app.outbox.bag)
  return [0, 1, -1].flatMap(months => {
    const month = monthFrom(now, months)
    return [meetingOf(cell.id, month, REGULAR), meetingOf(cell.id, month, 'thematic')]
      .filter(m => m.kind === REGULAR || m.state() || m.here.size)
  })
}

function refusedPage() {
  show({ title: t('refused.title'), up: '#/', body: [
    h('ul', { class: 'plain' }, app.outbox.refused().map(([what, row]) => {
      const m = meetingOf(row.cell, row.month, row.kind)
      return h('li', null, m && h('a', { href: toMeeting(m) }, nameOf(m)),
        h('b', null, what === 'photo' ? t('photo') : m ? fieldName(m, row.field) : row.field),
        m && what === 'change' && tell(m, row.field, row.value), h('p', { class: 'bad' }, row.why),
        h('div', { class: 'two' },
          button('send', t('refused.again'), async () => { await app.outbox.again(what, row); keptHere(); render() }),
          button('no', t('refused.drop'), async () => { await app.outbox.drop(what, row); keptHere(); render() })))
    }))] })
}

// A meeting: its parts, and what comes next

function hub(m) {
  const prepared = [['prepare', 'day', t('prepare'), m.value('plannedOn') ? `${day(m.value('plannedOn'))} ${m.value('plannedAt') || ''}` : '']]
  const held = [['1', 'day', t('when'), day(m.value('heldOn'))],
    ['2', 'people', t('who'), m.isHeld() ? t('present', m.present().length, m.due().length) : ''],
    ['3', 'vote', t('matters'), count(m.many('vote'), 'votes')],
    ['4', 'pen', t('talk'), count([...m.many('opinion'), ...m.many('conclusion')], 'entries')],
    ['5', 'paper', t('resolution'), m.value('resolution') ? t('written') : ''],
    ['6', 'ok', t('after'), count([...m.many('study'), ...m.many('pledge')], 'entries')],
    ['7', 'paper', t('minutes'), m.isClosed() ? t('is.approved') : '']]
  const next = nextOf(m)
  const goOn = m.state() === 'held' ? toMeeting(m, STEPS) : next.to
  show({ title: nameOf(m), head: m.place.name, sub: '', up: '#/', body: [
    h('p', null, stateTag(m)),
    m.toChoose().length > 0 && link('no', t('choose.two', m.toChoose().length), toMeeting(m, 'choose'), { class: 'btn wide bad' }),
    h('ol', { class: 'cards' }, [...prepared, ...held].map(([to, picture, word, now]) =>
      h('li', null, h('a', { href: toMeeting(m, to) }, icon(picture), h('span', null, h('b', null, word), now && h('small', null, now)), icon('next'))))),
    !m.isHeld() && link('no', t('missed'), toMeeting(m, 'missed'), { class: 'btn wide' }),
    m.place.lastMinutes && h('details', null, h('summary', null, t('lastMinutes')), h('p', { class: 'text' }, m.place.lastMinutes))],
  foot: [link('next', m.state() === 'held' ? t('minutes') : next.word, goOn, { class: 'btn primary' })] })
}

const count = (list, word) => list.length ? t(word, list.length) : ''

/** A page of a meeting. Back leads to the step before, next to the one after. */
function step(m, n, title, body, left, next) {
  show({ title, head: m.place.name, sub: nameOf(m), step: [n, STEPS], up: n > 1 ? toMeeting(m, n - 1) : toMeeting(m), body: [
    m.isClosed() && hint(t('closed')), ...body],
  foot: [left && h('div', null, left), next || link('next', t('next'), toMeeting(m, n + 1), { class: 'btn primary', id: 'next' })] })
}

const part = (m, title, body, up, foot) =>
  show({ title, head: m.place.name, sub: nameOf(m), up, body, foot: foot || [link('ok', t('done'), up, { class: 'btn primary', id: 'done' })] })

async function plan(field, value) {
  if (app.meeting.state() === null) await save('state', 'planned')
  await tapped(field, value)
}

function prepare(m) {
  const agenda = m.agenda()
  const titles = agenda.map(([, item]) => item.title)
  const frame = m.frame()
  const add = async items => {
    let order = app.meeting.nextOrder()
    if (app.meeting.state() === null) await save('state', 'planned')
    for (const item of items) {
      await save(`agenda/${crypto.randomUUID()}`, { order: order++, reporter: null, minutes: null, subject: null, ...item })
    }
    render()
  }
  // A thematic meeting has what opens and closes it, and its resolution.
  const template = m.place.template.filter((item, i, all) => m.kind === REGULAR || i === 0 || i === all.length - 1 || item.matter === 'resolution')
  const offered = [
    ...(frame && frame.agenda || []).map(title => ({ title, matter: 'information', from: 'frame' })),
    ...(frame && frame.documents || []).map(one => ({ title: t('study.of', one), matter: 'study', from: 'frame' })),
    ...(m.kind === REGULAR && !agenda.length ? [] : m.place.open.map(({ title, matter, subject }) => ({ title, matter, subject, from: 'open' })))
  ].filter(item => !titles.includes(item.title))
  const move = (i, by) => async () => {
    const [[id, item], [otherId, other]] = [agenda[i], agenda[i + by]]
    await save(`agenda/${id}`, { ...item, order: other.order })
    await save(`agenda/${otherId}`, { ...other, order: item.order })
    render()
  }
  part(m, t('prepare'), [
    frame && h('section', { class: 'box' }, h('h2', null, frame.title), frame.text && h('p', { class: 'text' }, frame.text),
      frame.documents && frame.documents.length > 0 && h('ul', null, frame.documents.map(one => h('li', null, one)))),
    h('div', { class: 'two' }, labelled(t('day'), dayInput('plannedOn', m.value('plannedOn'), value => plan('plannedOn', value))),
      labelled(t('hour'), timeInput('plannedAt', m.value('plannedAt'), value => plan('plannedAt', value)))),
    labelled(t('place'), line('place', m.value('place'), value => plan('place', value))),
    h('h2', null, t('agenda')),
    h('ol', { class: 'agenda' }, agenda.map(([id, item], i) => h('li', null,
      h('a', { href: toMeeting(m, 'form', 'agenda', id) }, h('b', null, item.title),
        h('small', null, [item.minutes && t('minutesLong', item.minutes), item.reporter && m.nameOf(item.reporter)].filter(Boolean).join(' · ') || t('edit'))),
      h('button', { type: 'button', class: 'step', id: `up-${id}`, disabled: i === 0, 'aria-label': `${t('up')}: ${item.title}`, onclick: move(i, -1) }, icon('up')),
      h('button', { type: 'button', class: 'step', id: `down-${id}`, disabled: i === agenda.length - 1, 'aria-label': `${t('down')}: ${item.title}`, onclick: move(i, 1) }, icon('down'))))),
    !agenda.length && m.place.template.length > 0 && button('take', t('agenda.template'),
      () => add([...template.map((item, i) => ({ ...item, from: 'template', ...i === template.length - 1 && { order: LAST } })),
        ...m.place.open.map(({ title, matter, subject }) => ({ title, matter, subject, from: 'open' }))]), { class: 'btn wide', id: 'template' }),
    link('add', t('agenda.add'), toMeeting(m, 'form', 'agenda', crypto.randomUUID()), { class: 'btn wide', id: 'add-agenda' }),
    offered.length > 0 && h('h2', null, t('agenda.open')),
    offered.map((item, i) => button('add', item.title, () => add([item]), { class: 'btn wide left', id: `open-${i}` }))
  ], toMeeting(m), [h('div', null, h('b', null, t('agenda.count', agenda.length))),
    m.isHeld() || m.state() === 'prepared' ? link('ok', t('done'), toMeeting(m), { class: 'btn primary' })
      : button('ok', t('prepared'), async () => { await save('state', 'prepared'); location.hash = toMeeting(m) },
        { class: 'btn primary', disabled: !agenda.length || !m.value('plannedOn') })])
}

function missed(m) {
  const why = h('textarea', { id: 'why', rows: 4, maxlength: 500, value: m.value('missedReason') || '' })
  const listed = m.listed()
  part(m, t('missed'), [listed && warning(t('missed.listed', day(listed.heldOn))), labelled(t('missed.why'), why)], toMeeting(m), [
    button('ok', t('missed.keep'), async () => {
      if (!clean(why.value)) return why.focus()
      await save('missedReason', clean(why.value))
      await save('state', 'missed')
      location.hash = '#/'
    }, { class: 'btn primary' })])
}

function whenStep(m) {
  const secretary = m.roster().find(person => person.office === 'secretary')
  const planned = m.value('plannedOn')
  const shown = { heldOn: m.value('heldOn') || (planned && planned <= m.today ? planned : m.today),
    began: m.value('began') || m.value('plannedAt') || '19:30', chair: m.value('chair') || (secretary ? secretary.id : null) }
  const people = peopleOf(m)
  step(m, 1, t('when'), [
    h('div', { class: 'two' }, labelled(t('day'), dayInput('heldOn', shown.heldOn, value => tapped('heldOn', value))),
      labelled(t('began'), timeInput('began', shown.began, value => tapped('began', value)))),
    labelled(t('chair'), choice('chair', people, shown.chair, value => tapped('chair', value))),
    labelled(t('secretary'), choice('secretary', people, m.value('secretary'), value => tapped('secretary', value)))
  ], null, button('next', t('next'), async () => {
    for (const [field, value] of Object.entries(shown)) {
      if (value && app.meeting.value(field) === null) await save(field, value)
    }
    if (!app.meeting.isHeld()) await save('state', 'held')
    location.hash = toMeeting(m, 2)
  }, { class: 'btn primary', id: 'next' }))
}

const REASONS = ['away', 'ill', 'family', 'other', 'none']

function whoStep(m) {
  const row = person => {
    const absent = m.absent(person)
    const field = `absent/${person.id}`
    const about = [person.office && t(`office.${person.office}`) , t(`standing.${person.standing}`), person.exempt && t('exempt'),
      person.guest && t('guest'), person.standing !== 'official' || person.guest ? t('noVote') : null].filter(Boolean).join(' · ')
    return h('li', null,
      h('label', null, h('span', null, person.name, h('small', null, about)),
        h('input', { id: field, type: 'checkbox', class: 'absent', checked: Boolean(absent), 'aria-label': `${person.name}: ${t('absent')}`,
          'data-present': t('is.present'), 'data-absent': t('is.absent'),
          onchange: e => tapped(field, e.target.checked ? { reason: 'none', leave: false, note: null } : null) })),
      absent && h('div', { class: 'reason', role: 'group', 'aria-label': t('reason.of', person.name) },
        chips(field, REASONS.map(reason => [reason, t(`reason.${reason}`)]), absent.reason,
          reason => tapped(field, { ...absent, reason, leave: reason !== 'none' })),
        absent.reason !== 'none' && h('button', { type: 'button', id: `${field}-leave`, class: 'chip', 'aria-pressed': String(absent.leave),
          onclick: () => tapped(field, { ...absent, leave: !absent.leave }) }, t('leave')),
        absent.reason === 'other' && line(`${field}-note`, absent.note, note => save(field, { ...app.meeting.absent(person), note }),
          { 'aria-label': t('note'), placeholder: t('note') })))
  }
  const quorum = m.needed(m.rules().quorum, m.counted().length)
  const official = m.voters().length
  const left = [h('b', { id: 'count' }, t('present', m.present().length, m.due().length)),
    h('small', null, quorum ? t(official >= quorum.need ? 'quorum.yes' : 'quorum.no', quorum.need, quorum.of) : t('voters', official))]
  step(m, 2, t('who'), [hint(t('who.help')),
    h('ul', { class: 'people' }, m.roster().filter(person => !person.away).map(row)),
    m.roster().some(person => person.away) && h('p', { class: 'hint' }, t('away', m.roster().filter(person => person.away).map(one => one.name).join(', '))),
    h('h2', null, t('guests')), entries(m, 'guest', one => [one.name, one.from]), adder(m, 'guest')], left)
}

function mattersStep(m) {
  step(m, 3, t('matters'), [hint(t('matters.help')),
    h('ol', { class: 'cards' }, m.agenda().map(([id, item]) => {
      const kind = m.matter(item.matter)
      const vote = m.value(`vote/${id}`)
      return h('li', null, kind && kind.vote
        ? h('a', { href: toMeeting(m, 'vote', id) }, icon('vote'), h('span', null, h('b', null, item.title),
          h('small', null, vote ? tell(m, `vote/${id}`, vote) : t('vote.not'))), icon('next'))
        : h('div', { class: 'still' }, icon('paper'), h('span', null, h('b', null, item.title), kind && h('small', null, kind.word))))
    })),
    adder(m, 'agenda')], h('small', null, t('voters', m.voters().length)))
}

function votePage(m, id) {
  const item = m.value(`agenda/${id}`)
  const voters = m.voters().length
  const { majority } = m.matter(item.matter)
  const needs = m.needed(majority)
  const vote = m.value(`vote/${id}`) || { way: 'open', for: voters, against: 0, blank: 0, carried: false }
  const reached = !needs || vote.for >= needs.need
  const keep = change => {
    const next = { ...vote, ...change }
    // Whoever is against or gives no answer was counted for it before.
    next.for = Math.min(next.for, Math.max(0, voters - next.against - next.blank))
    next.carried = next.carried && (!needs || next.for >= needs.need)
    return tapped(`vote/${id}`, next)
  }
  part(m, item.title, [
    h('div', { class: 'reason', role: 'group', 'aria-label': t('way') },
      chips('way', [['open', t('way.open')], ['ballot', t('way.ballot')]], vote.way, way => keep({ way }))),
    stepper('for', t('for'), vote.for, value => keep({ for: value }), voters - vote.against - vote.blank),
    stepper('against', t('against'), vote.against, value => keep({ against: value }), voters - vote.blank),
    stepper('blank', t('blank'), vote.blank, value => keep({ blank: value }), voters - vote.against),
    h('p', { id: 'needs', class: `needs ${reached ? 'ok' : 'bad'}` }, needs ? t('needs', needs.need, needs.of) : t('needs.unknown')),
    majority && h('p', { class: 'muted' }, majority.source),
    h('label', { class: 'tick' }, h('input', { id: 'carried', type: 'checkbox', checked: vote.carried, disabled: !reached,
      onchange: e => keep({ carried: e.target.checked }) }), t('carried'))
  ], toMeeting(m, 3))
}

function talkStep(m) {
  step(m, 4, t('talk'), [
    h('h2', null, t('opinions')), entries(m, 'opinion', one => [one.text, m.nameOf(one.person)]), adder(m, 'opinion'),
    h('h2', null, t('conclusions')), entries(m, 'conclusion', one => [one.text, [one.person && m.nameOf(one.person), one.due && t('due', day(one.due))].filter(Boolean).join(' · ')]),
    adder(m, 'conclusion'),
    m.tasks().length > 0 && h('h2', null, t('tasks.done')),
    m.tasks().length > 0 && h('ul', { class: 'people' }, m.tasks().map(task => {
      const done = m.value(`done/${task.id}`)
      return h('li', null, h('label', null, h('span', null, task.text, h('small', null, nameIn(m.place, task.person))),
        h('input', { id: `done-${task.id}`, type: 'checkbox', checked: Boolean(done),
          onchange: e => tapped(`done/${task.id}`, e.target.checked ? { on: app.meeting.day(), what: null } : null) })),
      done && h('div', { class: 'reason' }, line(`what-${task.id}`, done.what, value => save(`done/${task.id}`, { ...done, what: value }),
        { 'aria-label': t('done.what'), placeholder: t('done.what') })))
    }))])
}

function resolutionStep(m) {
  step(m, 5, t('resolution'), [labelled(t('resolution.text'), lines('resolution', m.value('resolution'), value => save('resolution', value))),
    h('h2', null, t('targets')), entries(m, 'target', one => [one.text, one.amount === null || one.amount === undefined ? '' : `${number(one.amount)} ${one.unit || ''}`]),
    adder(m, 'target')])
}

function afterStep(m) {
  const pledged = m.many('pledge')
  step(m, 6, t('after'), [
    h('h2', null, t('studies')), entries(m, 'study', one => [one.document, one.present ? t('study.present', one.present) : '']),
    (m.frame() && m.frame().documents || []).filter(one => !m.many('study').some(([, told]) => told.document === one)).map((one, i) =>
      button('add', one, () => tapped(`study/${crypto.randomUUID()}`, { document: one, present: m.present().length }), { class: 'btn wide left', id: `study-${i}` })),
    adder(m, 'study'),
    h('h2', null, t('pledges')), h('ul', { class: 'cards' }, pledged.map(([id, text]) =>
      h('li', null, h('a', { href: toMeeting(m, 'form', 'pledge', id) }, h('span', null, h('b', null, m.nameOf(id)), h('small', null, text)), icon('next'))))),
    h('div', { class: 'field' }, h('label', { for: 'pledger' }, t('pledge.who')),
      choice('pledger', peopleOf(m).filter(([id]) => !pledged.some(([by]) => by === id)), null,
        id => { if (id) location.hash = toMeeting(m, 'form', 'pledge', id) })),
    m.place.criteria.length > 0 && h('h2', null, t('scores')),
    m.place.criteria.map(one => {
      const field = `score/${one.code}`
      return labelled(`${one.word} (${t('most', one.most)})`, h('input', { id: field, type: 'number', inputmode: 'numeric', min: 0, max: one.most,
        value: m.value(field) === null ? '' : m.value(field), onchange: e => {
          const value = e.target.value === '' ? null : Math.max(0, Math.min(one.most, Math.round(Number(e.target.value))))
          tapped(field, value)
        } }))
    })])
}

function minutesStep(m) {
  const sections = minutesOf(m)
  const photos = app.outbox.photos.filter(photo => photo.cell === m.cell && photo.month === m.month && photo.kind === m.kind).length
  const readOut = m.value('readOut') === true
  const wrong = m.isClosed() ? [] : m.wrongVotes()
  step(m, 7, t('minutes'), [
    h('article', { class: 'paper' }, sections.map(([title, items]) => [h('h2', null, title), items.map(text => h('p', null, text))])),
    wrong.map(([id, item]) => link('vote', t('votes.wrong', item.title), toMeeting(m, 'vote', id), { class: 'btn wide bad' })),
    labelled(t('summary'), lines('summary', m.value('summary'), value => save('summary', value)), t('summary.help')),
    labelled(t('ended'), timeInput('ended', m.value('ended'), value => tapped('ended', value))),
    h('div', { class: 'field' }, h('label', { class: 'btn wide', for: 'photo' }, icon('photo'), t('photo')),
      h('input', { id: 'photo', class: 'unseen', type: 'file', accept: 'image/*', capture: 'environment', onchange: e => keepPhoto(e.target.files[0]) }),
      photos > 0 && h('p', { class: 'muted' }, t('photo.waiting', photos))),
    h('label', { class: 'tick' }, h('input', { id: 'readOut', type: 'checkbox', checked: readOut, disabled: m.isClosed(), onchange: async e => {
      const ticked = e.target.checked
      await save('readOut', ticked)
      await save('state', ticked ? 'minuted' : 'held')
      render()
    } }), t('readOut'))
  ], m.isClosed() ? h('b', null, t('is.approved')) : null, m.isClosed() ? link('ok', t('done'), '#/', { class: 'btn primary' })
    : button('ok', t('approve'), async () => { await save('state', 'approved'); location.hash = '#/' },
      { class: 'btn primary', id: 'approve', disabled: !readOut || !m.isHeld() || wrong.length > 0 }))
}

function minutesOf(m) {
  const join = (...parts) => parts.filter(Boolean).join(' · ')
  const absent = m.roster().filter(person => m.absent(person))
  const sections = [
    [t('when.minutes'), [join(day(m.value('heldOn')), [m.value('began'), m.value('ended')].filter(Boolean).join('–'), m.value('place')),
      m.value('chair') && `${t('chair')}: ${m.nameOf(m.value('chair'))}`, m.value('secretary') && `${t('secretary')}: ${m.nameOf(m.value('secretary'))}`]],
    [t('who.minutes'), [t('present', m.present().length, m.due().length),
      ...absent.map(person => `${person.name}: ${tell(m, `absent/${person.id}`, m.absent(person))}`),
      ...m.many('guest').map(([, one]) => `${t('form.guest')}: ${join(one.name, one.from)}`)]],
    [t('matters'), m.agenda().flatMap(([id, item], i) => [`${i + 1}. ${item.title}`,
      ...m.many('opinion').filter(([, one]) => one.agenda === id).map(([, one]) => `${m.nameOf(one.person)}: ${one.text}`),
      m.value(`vote/${id}`) && tell(m, `vote/${id}`, m.value(`vote/${id}`))])],
    [t('opinions'), m.many('opinion').filter(([, one]) => !one.agenda).map(([, one]) => `${m.nameOf(one.person)}: ${one.text}`)],
    [t('conclusions'), m.many('conclusion').map(([, one]) => join(one.text, one.person && m.nameOf(one.person), one.due && t('due', day(one.due))))],
    [t('tasks.done'), m.tasks().filter(task => m.value(`done/${task.id}`)).map(task => join(task.text, m.value(`done/${task.id}`).what))],
    [t('resolution'), [m.value('resolution'), ...m.many('target').map(([, one]) => join(one.text, one.amount && `${number(one.amount)} ${one.unit || ''}`))]],
    [t('studies'), m.many('study').map(([, one]) => join(one.document, one.present && t('study.present', one.present)))],
    [t('pledges'), m.many('pledge').map(([id, text]) => `${m.nameOf(id)}: ${text}`)]]
  return sections.map(([title, items]) => [title, items.filter(Boolean)]).filter(([, items]) => items.length)
}

async function keepPhoto(file) {
  if (!file) return
  try {
    await app.outbox.keepPhoto(app.meeting, await shrink(file))
    app.failed = false
  } catch (e) {
    app.failed = true
  }
  keptHere()
  render()
}

/** Smaller and smaller until it is light enough to be sent from a village. */
async function shrink(file) {
  const picture = await createImageBitmap(file)
  for (let side = 1600; side > 200; side *= 0.8) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = h('canvas', { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) })
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.6))
    if (blob.size <= PHOTO) return new Uint8Array(await blob.arrayBuffer())
  }
  throw new Error('cannot be made small')
}

// Things with parts: each is a page with a few questions about one thing

const FORMS = {
  agenda: { needs: ['title'], step: 'prepare', parts: m => [['title', 'line'],
    ['matter', 'choice', m.rules().matters.map(one => [one.code, one.word])],
    ['subject', 'choice', item => subjects(m, item), item => (m.matter(item.matter) || {}).person],
    ['reporter', 'choice', peopleOf(m)], ['minutes', 'number']],
  fresh: m => ({ order: m.nextOrder(), title: null, reporter: null, minutes: null,
    matter: 'information', subject: null, from: 'cell' }) },
  guest: { needs: ['name'], step: 2, parts: () => [['name', 'line'], ['from', 'line']] },
  opinion: { needs: ['person', 'text'], step: 4, parts: m => [['person', 'choice', peopleOf(m)], ['text', 'lines'],
    ['agenda', 'choice', m.agenda().map(([id, item]) => [id, item.title])]] },
  conclusion: { needs: ['text'], step: 4, parts: m => [['text', 'lines'], ['person', 'choice', peopleOf(m)], ['due', 'day']] },
  target: { needs: ['text'], step: 5, parts: () => [['text', 'line'], ['amount', 'amount'], ['unit', 'line']] },
  study: { needs: ['document'], step: 6, parts: () => [['document', 'line'], ['present', 'number']],
    fresh: m => ({ document: null, present: m.present().length }) },
  pledge: { needs: ['text'], step: 6, plain: 'text', parts: () => [['text', 'lines']] }
}

function subjects(m, { matter }) {
  const open = m.place.open.filter(item => item.subject && item.matter === matter).map(item => [item.subject, item.title])
  // Whom a cell asks to admit is no member yet.
  return matter === 'admission' ? open : [...open, ...peopleOf(m).filter(([id]) => !open.some(([of]) => of === id))]
}

/** @param soFar what was chosen already and is not enough to be kept, or nothing */
function formPage(m, name, id, soFar) {
  const form = FORMS[name]
  const field = `${name}/${id}`
  const before = m.value(field)
  const kept = before === null ? form.fresh ? form.fresh(m) : {} : form.plain ? { [form.plain]: before } : before
  const draft = { ...kept, ...soFar }
  const up = toMeeting(m, form.step === 'prepare' && m.isHeld() ? 3 : form.step)
  const keep = (part, value, redraw) => {
    draft[part] = value
    if (form.needs.some(needed => !draft[needed])) {
      if (redraw) formPage(m, name, id, draft)
      return
    }
    const whole = save(field, form.plain ? draft[form.plain] : { ...draft })
    if (redraw) whole.then(render)
  }
  const input = ([part, kind, options]) => {
    const of = `${name}-${part}`
    const value = draft[part]
    if (kind === 'line') return line(of, value, text => keep(part, text))
    if (kind === 'lines') return lines(of, value, text => keep(part, text))
    if (kind === 'day') return dayInput(of, value, chosen => keep(part, chosen))
    if (kind === 'number' || kind === 'amount') {
      const whole = kind === 'number'
      return typed(h('input', { id: of, type: 'number', inputmode: whole ? 'numeric' : 'decimal', min: 0, step: whole ? 1 : 'any',
        value: value === null || value === undefined ? '' : value }),
      text => keep(part, text === '' ? null : Math.max(0, whole ? Math.round(Number(text)) : Number(text))))
    }
    return choice(of, typeof options === 'function' ? options(draft) : options, value, chosen => keep(part, chosen, part === 'matter'))
  }
  const title = name === 'pledge' ? m.nameOf(id) : t(`form.${name}`)
  part(m, title, [
    ...form.parts(m).filter(([, , , when]) => !when || when(draft)).map(one => labelled(t(`form.${name}.${one[0]}`), input(one))),
    before !== null && button('no', t('remove'), async () => { await save(field, null); location.hash = up }, { class: 'btn wide bad', id: 'remove' })
  ], up, [button('ok', t('done'), () => {
    keepTyped()
    const lacks = form.needs.find(needed => !draft[needed])
    if (lacks && JSON.stringify(draft) !== JSON.stringify(kept)) document.getElementById(`${name}-${lacks}`).focus()
    else location.hash = up
  }, { class: 'btn primary', id: 'done' })])
}

const adder = (m, name) => link('add', t(`add.${name}`), toMeeting(m, 'form', name, crypto.randomUUID()), { class: 'btn wide', id: `add-${name}` })

function entries(m, name, tellOf) {
  return h('ul', { class: 'cards' }, m.many(name).map(([id, one]) => {
    const [text, about] = tellOf(one)
    return h('li', null, h('a', { href: toMeeting(m, 'form', name, id) }, h('span', null, h('b', null, text), about && h('small', null, about)), icon('next')))
  }))
}

// Where two places say different things

function fieldName(m, field) {
  const [name, id] = field.split('/')
  if (name === 'absent' || name === 'pledge') return m.nameOf(id)
  if (name === 'vote') return `${t('field.vote')}: ${(m.value(`agenda/${id}`) || { title: '?' }).title}`
  return t(`field.${name}`)
}

function tell(m, field, value) {
  const [name] = field.split('/')
  if (value === null) return name === 'absent' ? t('is.present') : t('nothing')
  if (name === 'absent') return [t(`reason.${value.reason}`), value.leave && t('leave'), value.note].filter(Boolean).join(' · ')
  if (name === 'vote') return [t('vote.is', value.for, value.against, value.blank), t(value.carried ? 'carried' : 'carried.not')].filter(Boolean).join(' · ')
  if (name === 'chair' || name === 'secretary') return m.nameOf(value)
  if (name === 'state') return t(`is.${value}`)
  if (name === 'done') return [day(value.on), value.what].filter(Boolean).join(' · ')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'object') {
    const people = [value.person, value.reporter].filter(Boolean).map(id => m.nameOf(id))
    return [value.title || value.text || value.name || value.document, value.from && name === 'guest' && value.from, ...people, day(value.due),
      value.minutes && t('minutesLong', value.minutes), value.order && t('nth', value.order)].filter(Boolean).join(' · ')
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : String(value)
}

function choosePage(m) {
  const failed = h('div')
  const proposed = change => m.told.proposed.includes(change)
  const pick = (change, take) => async () => {
    try {
      await app.office.choose(app.outbox, change.id, take, take && proposed(change))
      read()
      if (app.meeting.toChoose().length) render()
      else location.hash = toMeeting(m)
    } catch (e) {
      hindered(e)
      failed.replaceChildren(warning(t('choose.later')))
    }
  }
  part(m, t('choose.title'), [failed, m.toChoose().map(change => h('section', { class: 'box' },
    h('h2', null, fieldName(m, change.field)), proposed(change) && hint(t('choose.proposed')),
    h('p', null, h('small', null, t('choose.here')), tell(m, change.field, m.value(change.field))),
    h('p', null, h('small', null, t('choose.there', change.by, moment(change.at))), tell(m, change.field, change.value)),
    // Minutes that were approved are changed with the chair's word alone.
    proposed(change) && h('label', { class: 'tick' }, h('input', { id: `agreed-${change.id}`, type: 'checkbox',
      onchange: e => { document.getElementById(`take-${change.id}`).disabled = !e.target.checked } }), t('choose.agreed')),
    h('div', { class: 'two' }, button('ok', t('choose.keep'), pick(change, false)),
      button('take', t('choose.take'), pick(change, true), { id: `take-${change.id}`, disabled: proposed(change) }))))],
  toMeeting(m))
}

// Which page

const PAGES = { prepare, missed, choose: choosePage, vote: votePage, form: formPage, 1: whenStep, 2: whoStep, 3: mattersStep, 4: talkStep,
  5: resolutionStep, 6: afterStep, 7: minutesStep }

async function render() {
  if (app.ended) return show({ title: t('ended.title'), body: [h('p', null, t('ended.help'))] })
  if (!canKeep()) return otherBrowser()
  if (!app.outbox) {
    const account = await owner()
    return account ? unlock(account) : first()
  }
  const [kind, cell, month, of, page, ...rest] = location.hash.slice(2).split('/')
  app.meeting = kind === 'm' ? meetingOf(cell, month, of) || null : null
  if (app.meeting) (PAGES[page] || hub)(app.meeting, ...rest)
  else if (kind === 'refused') refusedPage()
  else home()
}

// What was typed last is there on the page that comes.
addEventListener('hashchange', async () => { keepTyped(); await app.saving; render() })
addEventListener('online', () => { showState(); send() })
addEventListener('offline', showState)
addEventListener('pagehide', keepTyped)
let hiddenAt = 0
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    hiddenAt = Date.now()
    return keepTyped()
  }
  if (app.outbox && Date.now() - hiddenAt > OPEN_FOR) {
    lock()
    render()
  }
  send()
})
setInterval(() => { if (app.outbox && app.outbox.unsent()) send() }, TRY_AGAIN)
tabs.onmessage = async () => {
  if (!app.outbox) return
  await app.outbox.load()
  read()
  refresh()
}

// The pages themselves are kept from when something is taken along

function keepPages() {
  if (!document.querySelector('link[rel=manifest]')) {
    document.head.append(h('link', { rel: 'manifest', href: '/phone/manifest.webmanifest' }))
  }
  // Without signal the one that is there goes on.
  navigator.serviceWorker.register('/phone/sw.js', { updateViaCache: 'none' }).catch(() => {})
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist()
}

/** A version that was fetched meanwhile takes over now, before anything is done here. */
async function newest() {
  const worker = await navigator.serviceWorker.getRegistration('/phone/')
  if (!worker || !worker.waiting || !navigator.serviceWorker.controller) return
  const taken = new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  worker.waiting.postMessage('take over')
  await taken
  location.reload()
  await new Promise(() => {})
}

/** Whose store there is to open on this phone, or null. */
async function owner() {
  if (!await hasSomething()) return null
  await loadStore()
  const account = await kept.owner()
  return account !== undefined && await kept.isMade(account) ? account : null
}

async function start() {
  if (canKeep() && await owner()) {
    await newest()
    keepPages()
    await render()
    // Who has this phone in hand now, and whether the office has ended it.
    try {
      const { account } = await app.office.look()
      if (account !== null && account !== await kept.owner()) {
        await kept.belongTo(account)
        lock()
        await render()
      }
    } catch (e) {
      if (e.by === 'ended') end()
    }
  } else {
    await render()
  }
}

start()
