import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** src/Pannier/Site */
export const site = dirname(dirname(fileURLToPath(import.meta.url)));

/** src/Pannier */
export const project = dirname(site);

export const webRoot = join(project, "wwwroot");

export const repository = dirname(dirname(project));

export const sprite = join(dirname(project), "Pannier.Core/Views/Sprite.razor");
