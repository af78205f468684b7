import { describeEveryScreen } from './every-screen.js';

describeEveryScreen('nl');
