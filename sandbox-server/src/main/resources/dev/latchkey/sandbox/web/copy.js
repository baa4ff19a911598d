"use strict";
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    const told = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = "Copied";
    } catch {
      field.select();
      told.textContent = "Press Ctrl+C to copy";
    }
  });
}
