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

/*
 * What the untouched files of the nginx image say. Their text is not held; these are the same settings.
 * [nginx:1.31, /etc/nginx; github.com/nginx/docker-nginx]
 */
const FILES: ReadonlyMap<string, string> = new Map([
  [
    "/etc/nginx/nginx.conf",
    `user nginx; worker_processes auto; error_log /var/log/nginx/error.log notice; pid /run/nginx.pid;
     events { worker_connections 1024; }
     http {
       include /etc/nginx/mime.types; default_type application/octet-stream;
       log_format main '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent '
                       '"$http_referer" "$http_user_agent" "$http_x_forwarded_for"';
       access_log /var/log/nginx/access.log main;
       sendfile on; keepalive_timeout 65;
       include /etc/nginx/conf.d/*.conf;
     }`,
  ],
  ["/etc/nginx/mime.types", `types { ${TYPES} }`],
  [
    "/etc/nginx/conf.d/default.conf",
    `server {
       listen 80; listen [::]:80; server_name localhost;
       location / { root /usr/share/nginx/html; index index.html index.htm; }
       error_page 500 502 503 504 /50x.html;
       location = /50x.html { root /usr/share/nginx/html; }
     }`,
  ],
]);

/** The settings of a configuration file whose bytes Drydock does not hold; undefined for a file it knows nothing of. */
export const builtInConfig = (path: string): string | undefined => FILES.get(path);
