import { messagesLoader } from '~/routes/messages-route.ts';

export const loader = messagesLoader({ can: 'application.read-inbox', audit: 'application.messages-read' });
