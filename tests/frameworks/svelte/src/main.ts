import 'deepdive-elements/deepdive.css';
import 'deepdive-elements';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
