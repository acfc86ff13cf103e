import DefaultTheme from 'vitepress/theme';
import Layout from './EntryLayout.vue';

export default { extends: DefaultTheme, Layout };
