/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/remap.h"

DemRef
dem_ref_remap (DemRef ref, DemDossier *from, DemDossier *to)
{
  DemRef found;

  g_return_val_if_fail (DEM_IS_DOSSIER (from), DEM_REF_NONE);
  g_return_val_if_fail (DEM_IS_DOSSIER (to), DEM_REF_NONE);

  if (dem_ref_is_none (ref))
    return ref;
  found = dem_dossier_find (to, dem_dossier_get_item (from, ref)->id);
  /* An id that now belongs to something else is another item. */
  return found.kind == ref.kind ? found : DEM_REF_NONE;
}
