// What `import 'deepdive-elements/react'` and its like load: types cost nothing.
export {};
