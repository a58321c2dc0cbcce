// «/» leads to the search from everywhere but a field.
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey
      || event.target.closest('input, textarea, select, [contenteditable]')) {
    return;
  }
  const field = document.getElementById('find') || document.getElementById('words');
  if (field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
