import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'deepdive-elements';
import { actions, study } from 'study';

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class App {
  readonly actions = Object.entries(actions);
  readonly study = signal(study);
  readonly isShown = signal(true);
  readonly heard = signal('');
}

bootstrapApplication(App).catch(console.error);
