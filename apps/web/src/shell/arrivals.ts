import { createContext, useContext } from 'react';

/** Whether one came to this screen by a link, so that its heading takes the focus; not when the app starts. */
export const Arrival = createContext(false);

export const useArrival = (): boolean => useContext(Arrival);
