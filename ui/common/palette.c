/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/palette.h"

#define RGBA(hex, a)                                                                                                    \
  {                                                                                                                     \
    ((hex) >> 16 & 0xff) / 255.0F, ((hex) >> 8 & 0xff) / 255.0F, ((hex) & 0xff) / 255.0F, (a)                           \
  }
#define RGB(hex) RGBA (hex, 1.0F)

/* Measured for contrast and for colour-blind eyes; change them together with resources/style*.css. */
static const DemPalette light = {
  .dark = FALSE,
  .high_contrast = FALSE,
  .ink = RGB (0x26272b),
  .dim = RGB (0x5e5c64),
  .accent = RGB (0x1a5fb4),
  .side = RGB (0xf6f5f4),
  .sea = RGB (0xf1f4f7),
  .view = RGB (0xffffff),
  .land = RGB (0xe6e8e6),
  .land_actor = RGB (0xccd3d0),
  .land_selected = RGB (0xb9cbe0),
  .border = RGB (0xffffff),
  .head = RGB (0x3d3f47),
  .on_head = RGB (0xffffff),
  .track = RGBA (0x000000, 0.10F),
  .scenario = RGB (0x813d9c),
  .scenario_bg = RGB (0xf1e8f5),
  .note = RGB (0xe5a50a),
  .note_outline = RGB (0x8a5a00),
  .note_bg = RGB (0xfdf3cf),
  .note_colour = { RGB (0xe5a50a), RGB (0xc64600), RGB (0x813d9c), RGB (0x26a269), RGB (0x5e5c64) },
  .stance = { RGB (0x98210f), RGB (0xcb6213), RGB (0x74757a), RGB (0x1a8bc4), RGB (0x0d4052) },
  .selection = RGB (0x3584e4),
  .dim_text = 0.60,
  .dim_arc = 0.22,
  .dim_band = 0.50,
};

static const DemPalette dark = {
  .dark = TRUE,
  .high_contrast = FALSE,
  .ink = RGB (0xf2f2f3),
  .dim = RGB (0xb4b3b8),
  .accent = RGB (0x78aeed),
  .side = RGB (0x2a2a2a),
  .sea = RGB (0x1b1d21),
  .view = RGB (0x1e1e1e),
  .land = RGB (0x2a2b30),
  .land_actor = RGB (0x3b3e45),
  .land_selected = RGB (0x3f5068),
  .border = RGB (0x1b1d21),
  .head = RGB (0xc9cad0),
  .on_head = RGB (0x1e1e1e),
  .track = RGBA (0xffffff, 0.14F),
  .scenario = RGB (0xdc8add),
  .scenario_bg = RGB (0x3b2d40),
  .note = RGB (0xf8d05c),
  .note_outline = RGB (0x1e1e1e),
  .note_bg = RGB (0x453c1e),
  .note_colour = { RGB (0xf8d05c), RGB (0xffa348), RGB (0xdc8add), RGB (0x57e389), RGB (0xc0bfbc) },
  .stance = { RGB (0xe05a40), RGB (0xf6bd7b), RGB (0x909195), RGB (0x1c93d4), RGB (0x86dbea) },
  .selection = RGB (0x3584e4),
  .dim_text = 0.60,
  .dim_arc = 0.22,
  .dim_band = 0.50,
};

static const DemPalette hc_light = {
  .dark = FALSE,
  .high_contrast = TRUE,
  .ink = RGB (0x000000),
  .dim = RGB (0x3d3846),
  .accent = RGB (0x1a5fb4),
  .side = RGB (0xffffff),
  .sea = RGB (0xffffff),
  .view = RGB (0xffffff),
  .land = RGB (0xe6e6e6),
  .land_actor = RGB (0xc4c8c6),
  .land_selected = RGB (0xb9cbe0),
  .border = RGB (0x000000),
  .head = RGB (0x000000),
  .on_head = RGB (0xffffff),
  .track = RGBA (0x000000, 0.30F),
  .scenario = RGB (0x613583),
  .scenario_bg = RGB (0xffffff),
  .note = RGB (0x8f6400),
  .note_outline = RGB (0x000000),
  .note_bg = RGB (0xffffff),
  .note_colour = { RGB (0x8f6400), RGB (0x8a3000), RGB (0x613583), RGB (0x14603a), RGB (0x3d3846) },
  .stance = { RGB (0x7d1505), RGB (0x9a4300), RGB (0x4f5054), RGB (0x005f8f), RGB (0x00283a) },
  .selection = RGB (0x3584e4),
  .dim_text = 0.60,
  .dim_arc = 0.45,
  .dim_band = 0.50,
};

static const DemPalette hc_dark = {
  .dark = TRUE,
  .high_contrast = TRUE,
  .ink = RGB (0xffffff),
  .dim = RGB (0xdeddda),
  .accent = RGB (0x99c1f1),
  .side = RGB (0x000000),
  .sea = RGB (0x000000),
  .view = RGB (0x000000),
  .land = RGB (0x26272b),
  .land_actor = RGB (0x4a4d55),
  .land_selected = RGB (0x3f5068),
  .border = RGB (0xffffff),
  .head = RGB (0xffffff),
  .on_head = RGB (0x000000),
  .track = RGBA (0xffffff, 0.40F),
  .scenario = RGB (0xe5a5e6),
  .scenario_bg = RGB (0x000000),
  .note = RGB (0xf8e45c),
  .note_outline = RGB (0xffffff),
  .note_bg = RGB (0x000000),
  .note_colour = { RGB (0xf8e45c), RGB (0xffbe6f), RGB (0xe5a5e6), RGB (0x8ff0a4), RGB (0xdeddda) },
  .stance = { RGB (0xff7a60), RGB (0xffd199), RGB (0xb9babd), RGB (0x3fb0f0), RGB (0xb5f0fa) },
  .selection = RGB (0x3584e4),
  .dim_text = 0.60,
  .dim_arc = 0.45,
  .dim_band = 0.50,
};

const DemPalette *
dem_palette_get (gboolean is_dark, gboolean high_contrast)
{
  if (high_contrast)
    return is_dark ? &hc_dark : &hc_light;
  return is_dark ? &dark : &light;
}
