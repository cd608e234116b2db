/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/claim_handle.h"

#include "app/dossier/ref.h"

struct _DemClaimHandle
{
  GObject parent_instance;

  guint32 claim;
};

G_DEFINE_FINAL_TYPE (DemClaimHandle, dem_claim_handle, G_TYPE_OBJECT)

static void
dem_claim_handle_class_init (DemClaimHandleClass *klass)
{
}

static void
dem_claim_handle_init (DemClaimHandle *self)
{
}

DemClaimHandle *
dem_claim_handle_new (guint32 claim)
{
  DemClaimHandle *self = g_object_new (DEM_TYPE_CLAIM_HANDLE, NULL);

  self->claim = claim;
  return self;
}

guint32
dem_claim_handle_get_claim (DemClaimHandle *self)
{
  g_return_val_if_fail (DEM_IS_CLAIM_HANDLE (self), DEM_NO_INDEX);

  return self->claim;
}
