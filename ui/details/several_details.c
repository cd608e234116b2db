/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

void
dem_details_build_several (const DemDetails *details, const DemRef *selection, guint n)
{
  g_autofree char *title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);

  dem_details_add_head (details, title, NULL);
  for (DemKind kind = DEM_KIND_SOURCE; kind < DEM_N_KINDS; kind++)
    {
      GArray *entries = dem_details_entries_new ();

      for (guint i = 0; i < n; i++)
        if (selection[i].kind == kind)
          dem_details_entries_add (entries, selection[i]);
      dem_details_add_section (details, dem_details_kind_plural (kind), NULL, entries);
    }
}
