/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/briefing.h"

G_BEGIN_DECLS

/* What its files share: briefing.c has the list, briefing_verbs.c what changes it. */
struct _DemBriefing
{
  GObject parent_instance;

  DemDossier *dossier;
  DemNotebook *notebook;
  gboolean with_hidden;
  GPtrArray *stops; /* DemTalkStop */
};

/* The ids of all stops in order, hidden ones too; the strings are the dossier's and the notebook's, until it changes. */
GPtrArray *dem_briefing_list_ids (DemBriefing *self);

G_END_DECLS
