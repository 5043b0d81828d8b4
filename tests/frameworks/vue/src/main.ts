import 'deepdive-elements/deepdive.css';
import 'deepdive-elements';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
