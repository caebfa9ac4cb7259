// Makes large photos smaller before they are sent, shows them in order, and lets that order be changed by buttons. The
// result is put back into the file field, so that the form, sent with or without other scripts, carries it.
'use strict';

(() => {
  const field = document.querySelector('input[data-photos]');
  if (!field || !window.DataTransfer || !window.createImageBitmap || !HTMLCanvasElement.prototype.toBlob) return;

  const longestSide = 2400;
  const quality = 0.85;
  const thumbnailSide = 96;
  const words = field.dataset;
  const button = field.form.querySelector('button[type=submit]');
  const list = document.createElement('ol');
  const note = document.createElement('p');
  const pages = [];
  list.className = 'photos';
  note.setAttribute('role', 'status');
  field.after(note, list);

  field.addEventListener('change', async () => {
    const chosen = [...field.files].filter(file => !pages.some(page => page.file === file || isSame(page.chosen, file)));
    button.disabled = true;
    note.textContent = words.busy;
    try {
      for (const file of chosen) pages.push(await read(file)); // one after the other: phones have little memory
      show();
    } finally {
      button.disabled = false;
    }
  });

  const isSame = (one, other) =>
    one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

  // A picture that this browser cannot read goes as it is; the server says what is wrong with it.
  async function read(chosen) {
    try {
      const picture = await createImageBitmap(chosen, { imageOrientation: 'from-image' });
      const thumbnail = draw(picture, thumbnailSide);
      const file = Math.max(picture.width, picture.height) > longestSide ? await shrink(picture, chosen) : chosen;
      picture.close();
      return { chosen, file, item: itemOf(thumbnail) };
    } catch {
      return { chosen, file: chosen, item: itemOf(document.createElement('canvas')) };
    }
  }

  async function shrink(picture, chosen) {
    const canvas = draw(picture, longestSide);
    const bytes = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
    canvas.width = 0; // gives the memory back at once
    if (!bytes || bytes.size >= chosen.size) return chosen;
    const name = chosen.name.replace(/\.[^.]*$/, '') + '.jpg';
    return new File([bytes], name, { type: 'image/jpeg', lastModified: chosen.lastModified });
  }

  function draw(picture, side) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#ffffff'; // what is transparent would turn black
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function itemOf(thumbnail) {
    const item = document.createElement('li');
    const name = document.createElement('span');
    thumbnail.setAttribute('aria-hidden', 'true');
    item.append(thumbnail, name, buttonOf('up', '↑'), buttonOf('down', '↓'), buttonOf('remove', '✕'));
    return item;
  }

  function buttonOf(act, sign) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'secondary';
    made.dataset.act = act;
    made.textContent = sign;
    return made;
  }

  list.addEventListener('click', event => {
    const pressed = event.target.closest('button');
    const at = pressed ? pages.findIndex(page => page.item === pressed.closest('li')) : -1;
    if (at < 0) return;
    const [page] = pages.splice(at, 1);
    if (pressed.dataset.act !== 'remove') {
      pages.splice(pressed.dataset.act === 'up' ? Math.max(0, at - 1) : at + 1, 0, page);
    }

    show();
    (pressed.isConnected && !pressed.disabled ? pressed : list.querySelector('button:enabled') ?? field).focus();
  });

  function show() {
    const carried = new DataTransfer();
    for (const page of pages) carried.items.add(page.file);
    field.files = carried.files;
    list.replaceChildren(...pages.map(page => page.item));
    pages.forEach((page, index) => {
      const number = String(index + 1);
      page.item.querySelector('span').textContent = words.page.replace('{0}', number);
      for (const made of page.item.querySelectorAll('button')) {
        made.setAttribute('aria-label', words[made.dataset.act].replace('{0}', number));
      }

      page.item.querySelector('[data-act=up]').disabled = index === 0;
      page.item.querySelector('[data-act=down]').disabled = index === pages.length - 1;
    });
    note.textContent = pages.length === 0 ? '' : `${count()}. ${words.more}`;
  }

  function count() {
    const bytes = pages.reduce((sum, page) => sum + page.file.size, 0);
    const size = (bytes / 1048576).toLocaleString('vi-VN', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    return words.count.replace('{0}', String(pages.length)).replace('{1}', size);
  }
})();
