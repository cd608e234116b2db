/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

/* The item with an id; the test fails when there is none. */
static inline DemRef
find_item (DemDossier *dossier, const char *id)
{
  DemRef ref = dem_dossier_find (dossier, id);

  if (dem_ref_is_none (ref))
    g_error ("There is no “%s”", id);
  return ref;
}

static inline guint32
index_of (DemDossier *dossier, const char *id)
{
  return find_item (dossier, id).index;
}

/* Fails unless the refs are those of the ids, separated by blanks. */
static inline void
assert_refs (DemDossier *dossier, const DemRef *refs, guint n, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", dem_dossier_get_item (dossier, refs[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static inline void
assert_indices (DemDossier *dossier, DemKind kind, const guint32 *indices, guint n, const char *expected)
{
  g_autofree DemRef *refs = g_new (DemRef, n);

  for (guint i = 0; i < n; i++)
    refs[i] = (DemRef){ kind, indices[i] };
  assert_refs (dossier, refs, n, expected);
}
