// As one file, so that `npm run mutation` loads the service once for each change instead of five times.
import '../src/hold/hold.consumer.spec.js';
import '../src/hold/holdings.spec.js';
import '../src/hold/pursue-hold.spec.js';
import '../src/hold/slot-holdings.spec.js';
import '../src/hold/take-set.spec.js';
