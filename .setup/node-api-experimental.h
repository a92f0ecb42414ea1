// What Electron 33 (Node 20.18) has of Node-API beyond its version 9, under the experimental names of its time.
// The npm package node-api-headers leaves these out; node-addon-api looks for the macro.
#pragma once
#define NAPI_VERSION 2147483647
#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize callback,
                                                                      void* data, void* hint);
