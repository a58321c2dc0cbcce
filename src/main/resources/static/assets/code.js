// The code of an invitation stands behind the # of its address, which no server is told.
const field = document.querySelector('[data-from-fragment]')
if (field && /^#[0-9]{8}$/.test(location.hash)) {
  field.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname + location.search)
}
