import './messages.ts';
import './define.ts';
