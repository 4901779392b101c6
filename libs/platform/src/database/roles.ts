/** Database roles without login. The app's own role owns nothing, so row-level security binds it. */
export const appRole = 'qy_app';
/** Anonymous readers: sees rows that are public, by policy, and nothing else. */
export const publicRole = 'qy_public';
