// A meeting as it stands on this phone: what the office told of it, and over that what was tapped here.
// Nothing of this file shows or keeps anything.

export const REGULAR = 'regular'
/** The order of what closes a meeting: all that comes later stands before it. */
export const LAST = 1000
export const STATES = ['planned', 'prepared', 'held', 'minuted', 'approved']

const pad = number => String(number).padStart(2, '0')
export const isoDay = date => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
export const clock = date => `${pad(date.getHours())}:${pad(date.getMinutes())}`

/** Today by the office's own day: the clock of a phone tells how much later it is than the bag. */
export function today(bag) {
  const [year, month, day] = bag.today.split('-').map(Number)
  const midnight = new Date(bag.taken)
  midnight.setHours(0, 0, 0, 0)
  const days = Math.max(0, Math.floor((Date.now() - midnight.getTime()) / 86400000))
  return isoDay(new Date(year, month - 1, day + days))
}

/** `2016-12` and so many months on. */
export function monthFrom(day, months) {
  const [year, month] = day.split('-').map(Number)
  return isoDay(new Date(year, month - 1 + months, 1)).slice(0, 7)
}

function lastDayOf(month) {
  const [year, number] = month.split('-').map(Number)
  return isoDay(new Date(year, number, 0))
}

export class Meeting {
  /** @param changes those of the outbox that are of this meeting, in their order */
  constructor(cell, month, kind, bag, changes) {
    this.place = cell
    this.cell = cell.id
    this.month = month
    this.kind = kind
    this.today = today(bag)
    this.told = cell.meetings.find(told => told.month === month && told.kind === kind) ||
      { fields: {}, beside: [], proposed: [], frame: null, version: 0 }
    this.here = new Map()
    for (const change of changes) {
      if (!change.why) this.here.set(change.field, change.value)
    }
  }

  /** What a list tells of it, where nothing else does. */
  listed() {
    return this.state() ? null : (this.place.listed || []).find(row => row.month === this.month && row.kind === this.kind) || null
  }

  kept(field) {
    return this.told.fields[field] || null
  }

  value(field) {
    if (this.here.has(field)) return this.here.get(field)
    const kept = this.kept(field)
    return kept ? kept.value : null
  }

  state() {
    return this.value('state')
  }

  isHeld() {
    return STATES.indexOf(this.state()) >= STATES.indexOf('held')
  }

  isClosed() {
    return this.state() === 'approved'
  }

  /** What there is of fields with an id behind `/`, as pairs of id and value. */
  many(name) {
    const fields = new Set([...Object.keys(this.told.fields), ...this.here.keys()])
    return [...fields]
      .filter(field => field.startsWith(`${name}/`) && this.value(field) !== null)
      .map(field => [field.slice(name.length + 1), this.value(field)])
  }

  /** Behind what is on the agenda, before what closes the meeting. */
  nextOrder() {
    return 1 + Math.max(0, ...this.agenda().map(([, item]) => item.order).filter(order => order < LAST))
  }

  agenda() {
    return this.many('agenda').sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
  }

  /** Its day decides who is on the roster. */
  day() {
    const last = lastDayOf(this.month)
    return this.value('heldOn') || this.value('plannedOn') || (this.today < last ? this.today : last)
  }

  roster() {
    const day = this.day()
    return this.place.roster.filter(person => person.from <= day && (person.to === null || day < person.to))
  }

  person(id) {
    return this.place.roster.find(person => person.id === id)
  }

  nameOf(id) {
    const person = this.person(id)
    return person ? person.name : '?'
  }

  absent(person) {
    return this.value(`absent/${person.id}`)
  }

  /** Who was to come: not who meets elsewhere, and of the exempt those who came. */
  due() {
    return this.roster().filter(person => !person.away && !(person.exempt && this.absent(person)))
  }

  present() {
    return this.due().filter(person => !this.absent(person))
  }

  /** What a meeting of its day may record. */
  rules() {
    const day = this.day()
    // What was taken along before there were days has none.
    const all = this.place.rules || [{ ...this.place, withoutAway: true, withoutExempt: true }]
    return all.filter(rules => !rules.from || rules.from <= day).pop() || all[0]
  }

  // Both counts as the office counts them (Roster).
  entitled() {
    const { withoutAway, withoutExempt } = this.rules()
    return this.roster().filter(person => person.standing === 'official' && !person.guest
      && !(withoutAway && person.away) && !(withoutExempt && person.exempt && this.absent(person)))
  }

  voters() {
    return this.due().filter(person => person.standing === 'official' && !person.guest && !this.absent(person))
  }

  /** Of whom a meeting needs so many to be there. */
  counted() {
    return this.due().filter(person => person.standing === 'official' && !person.guest)
  }

  matter(code) {
    return this.rules().matters.find(matter => matter.code === code)
  }

  /** Votes that no longer stand against who is there. */
  wrongVotes() {
    return this.toVoteOn().filter(([id, item]) => {
      const vote = this.value(`vote/${id}`)
      const needs = this.needed(this.matter(item.matter).majority)
      return vote && (vote.for + vote.against + vote.blank > this.voters().length || vote.carried && needs && vote.for < needs.need)
    })
  }

  toVoteOn() {
    return this.agenda().filter(([, item]) => (this.matter(item.matter) || {}).vote)
  }

  /** `{ need, of }`, or null where no rule is known. */
  needed(majority, of = this.entitled().length) {
    if (!majority) return null
    const exact = of * majority.numerator / majority.denominator
    return { need: majority.more ? Math.floor(exact) + 1 : Math.ceil(exact), of }
  }

  tasks() {
    return this.place.tasks.filter(task => !task.done || this.value(`done/${task.id}`))
  }

  /** What the commune gives its cells for this month, or null. */
  frame() {
    const given = (this.place.frames || []).find(one => one.month === this.month && one.kind === this.kind)
    return this.told.frame || (given ? given.frame : null)
  }

  /** Values of two places that wait for a person to choose. */
  toChoose() {
    return [...this.told.beside, ...this.told.proposed]
  }
}
