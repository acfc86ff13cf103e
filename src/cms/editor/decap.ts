/**
 * The parts of Decap CMS that the editor is made of, and nothing of ours: a bundle of its own, made anew only when a
 * package changes.
 */
export { ForgejoBackend } from 'decap-cms-backend-forgejo';
export { GiteaBackend } from 'decap-cms-backend-gitea';
export { GitHubBackend } from 'decap-cms-backend-github';
export { GitLabBackend } from 'decap-cms-backend-gitlab';
export { ProxyBackend } from 'decap-cms-backend-proxy';
export { default as CMS } from 'decap-cms-core';
export { de, en, fr } from 'decap-cms-locales';
export { default as BooleanWidget } from 'decap-cms-widget-boolean';
export { default as FileWidget } from 'decap-cms-widget-file';
export { default as ImageWidget } from 'decap-cms-widget-image';
export { default as ListWidget } from 'decap-cms-widget-list';
export { default as MarkdownWidget } from 'decap-cms-widget-markdown';
export { default as NumberWidget } from 'decap-cms-widget-number';
export { default as ObjectWidget } from 'decap-cms-widget-object';
export { default as SelectWidget } from 'decap-cms-widget-select';
export { default as StringWidget } from 'decap-cms-widget-string';
export { default as TextWidget } from 'decap-cms-widget-text';
export { Component, createElement } from 'react';
