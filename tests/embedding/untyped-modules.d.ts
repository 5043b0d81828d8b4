declare module '@alpinejs/morph';
declare module '@hotwired/turbo';
declare module 'alpinejs';
