// Opens the browser's print dialogue; without scripts people use the browser's own menu.
const now = document.getElementById("print-now");
now.hidden = false;
now.addEventListener("click", () => window.print());
