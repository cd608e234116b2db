/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/relevance.h"

G_BEGIN_DECLS

/**
 * DemMapHead: an actor beside its seat's marker.
 * @initials: one or two letters
 */
typedef struct
{
  guint32 actor;
  DemActorKind kind;
  char initials[16];
  guint degree; /* how much of the dossier refers to it */
  gboolean selected;
  gboolean dimmed;
  gboolean hypothetical; /* exists in a scenario only */
  gboolean present;      /* exists at the moment that the map shows */
} DemMapHead;

/* An actor as it is shown for a selection and a day. */
DemMapHead dem_map_head_of (DemDossier *dossier, DemRelevance *relevance, DemDay moment, guint32 actor);

G_END_DECLS
