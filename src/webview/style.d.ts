/** The bundler puts imported style sheets into preview.css. */
declare module '*.css';
