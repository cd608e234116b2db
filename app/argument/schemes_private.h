/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/schemes.h"

#define DEM_SCHEME_MOST_QUESTIONS 7

/**
 * DemScheme:
 * @name: as dossiers write it, marked for translation
 * @aliases: (nullable): other names, parted by bars
 * @questions: marked for translation, NULL after the last
 */
struct _DemScheme
{
  const char *name;
  const char *aliases;
  const char *questions[DEM_SCHEME_MOST_QUESTIONS + 1];
};

extern const DemScheme dem_scheme_table[];
extern const guint dem_scheme_table_length;
