/** Endings by media type, as in the image's mime.types [facts: the file of nginx's package, conf/mime.types]. */
const TYPES = `
text/html html htm shtml; text/css css; text/xml xml; image/gif gif; image/jpeg jpeg jpg;
application/javascript js; application/atom+xml atom; application/rss+xml rss; text/mathml mml; text/plain txt;
image/avif avif; image/png png; image/svg+xml svg svgz; image/tiff tif tiff; image/webp webp; image/x-icon ico;
image/x-ms-bmp bmp; font/woff woff; font/woff2 woff2; application/java-archive jar war ear; application/json json;
application/msword doc; application/pdf pdf; application/postscript ps eps ai; application/rtf rtf;
application/vnd.apple.mpegurl m3u8; application/vnd.ms-excel xls; application/vnd.ms-fontobject eot;
application/vnd.ms-powerpoint ppt; application/wasm wasm; application/x-7z-compressed 7z; application/x-perl pl pm;
application/x-rar-compressed rar; application/x-x509-ca-cert der pem crt; application/xhtml+xml xhtml;
application/zip zip; application/octet-stream bin exe dll deb dmg iso img msi msp msm; audio/midi mid midi kar;
audio/mpeg mp3; audio/ogg ogg; audio/x-m4a m4a; video/3gpp 3gpp 3gp; video/mp2t ts; video/mp4 mp4; video/mpeg mpeg mpg;
video/quicktime mov; video/webm webm; video/x-flv flv; video/x-m4v m4v; video/x-msvideo avi;
`;

/** What a file of the nginx image says whose text Drydock does not hold; undefined for a file it knows nothing of. */
export const builtInConfig = (path: string): string | undefined =>
  path === "/etc/nginx/mime.types" ? `types { ${TYPES} }` : undefined;
