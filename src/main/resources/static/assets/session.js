// Two minutes before an idle session ends it says so; one press goes on. A form that is sent later is
// kept by the server all the same.
const ending = document.querySelector('[data-idle]')
if (ending) {
  const until = (ending.dataset.idle - 120) * 1000
  let waiting
  const wait = () => {
    ending.hidden = true
    clearTimeout(waiting)
    waiting = setTimeout(() => { ending.hidden = false }, Math.max(until, 1000))
  }
  ending.querySelector('button').addEventListener('click', async () => {
    const answer = await fetch('/my-account', { redirect: 'manual' })
    if (answer.ok) wait()
    else location.reload()
  })
  document.addEventListener('htmx:afterRequest', wait)
  wait()
}

// A password that is being typed can be looked at.
for (const box of document.querySelectorAll('[data-shows]')) {
  box.closest('label').hidden = false
  box.addEventListener('change', () => {
    document.getElementById(box.dataset.shows).type = box.checked ? 'text' : 'password'
  })
}
