// What a form does beyond HTML: it begins at the first thing to fill in, warns before what was typed
// is lost, and offers names. Without it everything can still be entered.
const form = document.querySelector('form[data-guard]');
let typed = false;

if (form) {
  const problems = document.getElementById('problems');
  const first = form.querySelector('input:not([type=hidden]), select, textarea');
  (problems || form.querySelector('[autofocus]') || first)?.focus();
  form.addEventListener('input', () => { typed = true; });
  form.addEventListener('submit', () => { typed = false; });
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.ctrlKey) {
      form.requestSubmit();
    }
  });
  window.addEventListener('beforeunload', event => {
    if (typed) {
      event.preventDefault();
    }
  });
}

for (const input of document.querySelectorAll('input[data-people]')) {
  let asked = '';
  input.addEventListener('input', async () => {
    const words = input.value.trim();
    if (words.length < 2 || words === asked) {
      return;
    }
    asked = words;
    const answer = await fetch('/api/people?q=' + encodeURIComponent(words));
    if (!answer.ok || asked !== words) {
      return;
    }
    const names = await answer.json();
    input.list.replaceChildren(...names.map(name => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }));
  });
}
