vcl 4.1;

# Varnish in front of Hwalja. docs/in-front.md says how to set it up.
#
# To change: news.example.kr, the front's port, and, where Hwalja runs on other machines, who may
# take pages out of the cache.

import std;

backend front {
    .host = "127.0.0.1";
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
    .probe = {
        .request =
            "GET / HTTP/1.1"
            "Host: news.example.kr"
            "Connection: close";
        .interval = 2s;
        .timeout = 2s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "BAN") {
        # What came by another proxy on this machine is no word of ours.
        if (client.ip !~ purgers || req.http.X-Forwarded-For !~ "^[^,]*$" || req.http.Forwarded) {
            return (synth(403));
        }
        if (req.http.Cache-Tag == "*") {
            ban("obj.status != 0");
        } elsif (req.http.Cache-Tag ~ "^[A-Za-z0-9_./,-]+$") {
            ban("obj.http.Cache-Tag ~ (^|,)(" + regsuball(req.http.Cache-Tag, ",", "|") + ")(,|$)");
        } else {
            return (synth(400));
        }
        return (synth(200));
    }
    # Before anything looks at it: an address is a path, or none of ours.
    if (req.url !~ "^/") {
        return (synth(400));
    }
    set req.http.Host = regsub(std.tolower(req.http.Host), ":[0-9]+$", "");
    if (req.http.Host != "news.example.kr") {
        return (synth(421));
    }
    # Nobody but us says such things.
    unset req.http.X-Hwalja-Press;
    # An old page only while nobody answers; see vcl_deliver.
    if (req.restarts == 0 && std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # The app's alone: forms, searches, and former addresses whose query says where they lead.
    if (req.url ~ "^/(admin|account|members|search|_util|media/original_images|healthz)(/|\?|$)" ||
        req.url ~ "^/news/[0-9]+/comments/" ||
        req.url ~ "^/(news/articleView(Amp)?\.html|BP)(\?|$)") {
        return (pass);
    }
    # One address for one page: only the number of a list's page counts.
    if (req.url ~ "\?(.*&)?page=([2-9]|[1-9][0-9]{1,3})(&|$)" && req.url !~ "[?&]page=.*&page=") {
        set req.url = regsub(req.url, "^([^?]*)\?(?:.*&)?(page=[0-9]+)(?:&.*)?$", "\1?\2");
    } else {
        set req.url = regsub(req.url, "\?.*$", "");
    }
    if (req.http.Cookie ~ "(^|;\s*)hwalja_newsroom=") {
        return (pass);
    }
    unset req.http.Cookie;
    unset req.http.Authorization;
    return (hash);
}

sub vcl_hash {
    hash_data(req.url);
    hash_data(req.http.Host);
    return (lookup);
}

sub vcl_backend_response {
    # A page that is pressed names itself; style sheets and photos may be kept by anybody.
    if (beresp.http.Cache-Tag && !bereq.uncacheable) {
        # It is taken out when it changes: this is for news that never arrived.
        set beresp.ttl = 60s;
        # Asked again whether it is still so, and what readers get while nobody answers.
        set beresp.keep = 1d;
        set beresp.grace = 1d;
        return (deliver);
    }
    if (beresp.http.Cache-Control ~ "immutable" && beresp.status == 200) {
        set beresp.ttl = 1d;
        return (deliver);
    }
    # With a front that is gone, an old page is better than none.
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
    return (deliver);
}

sub vcl_deliver {
    # The front has just gone: once more, with what is kept.
    if (resp.http.X-Away && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
    unset resp.http.X-Away;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    unset resp.http.Age;
}

sub vcl_synth {
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.http.Cache-Control = "no-store";
    synthetic(resp.reason + {"
"});
    return (deliver);
}

sub vcl_backend_error {
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "5";
    set beresp.http.X-Away = "1";
    synthetic({"<!doctype html><html lang="ko"><meta charset="utf-8"><title>잠시 뒤 다시 열어 주십시오</title>
<h1>지금은 이 페이지를 열 수 없습니다</h1><p>몇 초 뒤 다시 열어 주십시오.</p>
"});
    return (deliver);
}
