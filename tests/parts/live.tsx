import { createRoot } from 'react-dom/client';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { LocaleContext } from '~/ui/text.ts';
import { allExamples } from './all-examples.ts';

const gallery = (
  <LocaleContext.Provider value="en">
    {allExamples.map(({ part, name, show }) => (
      <section key={part + name} data-example={part}>
        {show((_, en) => en)}
      </section>
    ))}
  </LocaleContext.Provider>
);

createRoot(document.body).render(
  <RouterProvider router={createMemoryRouter([{ path: '*', element: gallery }])} />,
);
