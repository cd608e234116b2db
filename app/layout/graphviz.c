/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/graphviz_private.h"

static GMutex lock;

static int
swallow (char *message)
{
  return 0;
}

/* Made once and kept: loading the plugins costs more than a small layout, and unloading them leaks. */
static GVC_t *
get_context (void)
{
  static GVC_t *context;

  if (context == NULL)
    {
      context = gvContext ();
      agseterrf (swallow);
    }
  return context;
}

GVC_t *
dem_graphviz_begin (DemGraphvizHold *hold)
{
  g_mutex_lock (&lock);
  /* Graphviz reads numbers with the decimal point of the reader's language. */
  hold->plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  hold->before = uselocale (hold->plain);
  return get_context ();
}

void
dem_graphviz_end (DemGraphvizHold *hold)
{
  uselocale (hold->before);
  freelocale (hold->plain);
  g_mutex_unlock (&lock);
}

void
dem_graphviz_set (void *object, const char *name, const char *value)
{
  agsafeset (object, (char *) name, (char *) value, (char *) "");
}
