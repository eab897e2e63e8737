# The daemon in a container: slim, no root, no build tools. How to run it: docs/operations.md
FROM python:3.13-slim AS build
ENV UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/intake
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /src
# The libraries first, from the lock: this layer stays while only our own code changes.
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project \
      --extra postgresql --extra microsoft --extra oidc --extra google
COPY README.md LICENSE ./
COPY intake ./intake
COPY config ./config
COPY fixtures ./fixtures
RUN uv sync --frozen --no-dev --no-editable \
      --extra postgresql --extra microsoft --extra oidc --extra google

FROM python:3.13-slim
# libseccomp2: the sandbox's filter on system calls. tesseract: scans, in English and French.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libseccomp2 tesseract-ocr tesseract-ocr-fra \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /var/lib/intake --create-home intake
COPY --from=build /opt/intake /opt/intake
ENV PATH=/opt/intake/bin:$PATH INTAKE_CONFIG=/etc/intake PYTHONUNBUFFERED=1
USER intake
WORKDIR /var/lib/intake
VOLUME /var/lib/intake
STOPSIGNAL SIGTERM
# Asks the health page; 503 (a mailbox that cannot be read, say) counts as unhealthy.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD ["python", "-c", "from urllib.request import ProxyHandler, build_opener; build_opener(ProxyHandler({})).open('http://127.0.0.1:8080/health', timeout=8)"]
ENTRYPOINT ["intake"]
CMD ["run"]
