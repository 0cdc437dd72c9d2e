/// The description of the HTTP interface that `/openapi.yaml` serves.
enum OpenAPI {
  static let document = """
    openapi: 3.0.3
    info:
      title: Marrow
      version: "1"
      description: >-
        Answers questions about leukemia and bone marrow transplant from a small set of documents.
        Not medical advice. In an emergency call your local emergency number.
    paths:
      /v1/ask:
        post:
          operationId: ask
          summary: Answers one question.
          description: >-
            Conversation ids are issued by the server; an unknown one, or none, starts a new conversation.
            One question of a conversation is answered at a time.
          requestBody:
            required: true
            content:
              application/json:
                schema: {$ref: "#/components/schemas/Question"}
          responses:
            "200":
              description: The answer.
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Answer"}
            "400": {$ref: "#/components/responses/Fault"}
            "403": {$ref: "#/components/responses/Fault"}
            "408": {$ref: "#/components/responses/Fault"}
            "413": {$ref: "#/components/responses/Fault"}
            "415": {$ref: "#/components/responses/Fault"}
            "429": {$ref: "#/components/responses/Fault"}
            "431": {$ref: "#/components/responses/Fault"}
            "503": {$ref: "#/components/responses/Fault"}
        options:
          operationId: askPreflight
          summary: Tells a browser whether a page of its origin may ask.
          responses:
            "204": {description: It may.}
            "400": {$ref: "#/components/responses/Fault"}
            "403": {$ref: "#/components/responses/Fault"}
            "429": {$ref: "#/components/responses/Fault"}
            "431": {$ref: "#/components/responses/Fault"}
      /v1/sections:
        get:
          operationId: sections
          summary: Lists documents and their sections.
          responses:
            "200":
              description: The documents.
              content:
                application/json:
                  schema:
                    type: object
                    required: [documents, knowledge]
                    properties:
                      documents:
                        type: array
                        items: {$ref: "#/components/schemas/Document"}
                      knowledge: {type: string}
            "400": {$ref: "#/components/responses/Fault"}
            "429": {$ref: "#/components/responses/Fault"}
            "431": {$ref: "#/components/responses/Fault"}
            "503": {$ref: "#/components/responses/Fault"}
      /v1/section:
        get:
          operationId: section
          summary: Gives one section.
          parameters:
            - name: id
              in: query
              required: true
              description: Id of a section, as /v1/sections lists them.
              schema: {type: string, minLength: 1}
              example: all/symptoms
          responses:
            "200":
              description: The section.
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Section"}
            "400": {$ref: "#/components/responses/Fault"}
            "404": {$ref: "#/components/responses/Fault"}
            "429": {$ref: "#/components/responses/Fault"}
            "431": {$ref: "#/components/responses/Fault"}
            "503": {$ref: "#/components/responses/Fault"}
      /webhooks/{name}:
        post:
          operationId: webhook
          summary: Takes an event of a configured chat platform, signed as that platform signs.
          parameters:
            - name: name
              in: path
              required: true
              schema: {type: string}
          responses:
            "200":
              description: Taken, or answered at once where the platform wants that.
            "201": {description: Taken.}
            "202": {description: Taken.}
            "204": {description: Taken.}
            "400": {$ref: "#/components/responses/Fault"}
            "401": {$ref: "#/components/responses/Fault"}
            "403": {$ref: "#/components/responses/Fault"}
            "404": {$ref: "#/components/responses/Fault"}
            "405": {$ref: "#/components/responses/Fault"}
            "413": {$ref: "#/components/responses/Fault"}
            "415": {$ref: "#/components/responses/Fault"}
            "429": {$ref: "#/components/responses/Fault"}
            "431": {$ref: "#/components/responses/Fault"}
            "503": {$ref: "#/components/responses/Fault"}
      /healthz:
        get:
          operationId: healthz
          summary: Says how the daemon is; details for the networks that the configuration names.
          responses:
            "200":
              description: It runs.
              content:
                application/json:
                  schema:
                    type: object
                    required: [status]
                    properties:
                      status: {type: string, enum: [ok, degraded, unready]}
                      missing: {type: array, items: {type: string}}
                      knowledge: {type: string, nullable: true}
                      model: {type: string, nullable: true}
                      loaded: {type: string, nullable: true}
                      started: {type: string}
                      warnings: {type: array, items: {type: string}}
            "431": {$ref: "#/components/responses/Fault"}
            "400": {$ref: "#/components/responses/Fault"}
      /readyz:
        get:
          operationId: readyz
          summary: Says whether questions can be taken.
          responses:
            "200":
              description: They can.
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Readiness"}
            "503":
              description: They cannot, for now.
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Readiness"}
            "431": {$ref: "#/components/responses/Fault"}
            "400": {$ref: "#/components/responses/Fault"}
      /metrics:
        get:
          operationId: metrics
          summary: Gives metrics for Prometheus to the networks that the configuration names.
          responses:
            "200":
              description: The metrics.
              content:
                text/plain:
                  schema: {type: string}
            "403": {$ref: "#/components/responses/Fault"}
            "431": {$ref: "#/components/responses/Fault"}
            "400": {$ref: "#/components/responses/Fault"}
      /openapi.yaml:
        get:
          operationId: openapi
          summary: Gives this description.
          responses:
            "200":
              description: This description.
              content:
                application/yaml:
                  schema: {}
            "431": {$ref: "#/components/responses/Fault"}
            "400": {$ref: "#/components/responses/Fault"}
    components:
      responses:
        Fault:
          description: Why the request was not served. Nothing of the request is repeated.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Fault"}
      schemas:
        Fault:
          type: object
          required: [error]
          properties:
            error:
              type: object
              required: [code, message]
              properties:
                code: {type: string}
                message: {type: string}
        Readiness:
          type: object
          required: [ready, missing]
          properties:
            ready: {type: string, enum: ["yes", "no"]}
            missing: {type: array, items: {type: string}}
        Question:
          type: object
          required: [question]
          properties:
            question:
              type: string
              minLength: 1
              maxLength: 8192
              example: What are the symptoms of ALL?
            conversation:
              type: string
              nullable: true
              description: The id that an earlier answer gave.
            id:
              description: Given back with the answer.
              nullable: true
              oneOf:
                - {type: string, maxLength: 256}
                - {type: number}
        Answer:
          type: object
          required:
            [conversation, kind, safety, safety_also, sections, reason, parts, text, blocks, offers, knowledge, model]
          properties:
            id:
              oneOf:
                - {type: string}
                - {type: number}
            conversation: {type: string, pattern: "^[0-9a-f]{32}$"}
            kind: {type: string, enum: [answer, clarify, decline, smalltalk]}
            safety: {type: string, nullable: true}
            safety_also: {type: array, items: {type: string}}
            sections: {type: array, items: {$ref: "#/components/schemas/Ranked"}}
            reason: {$ref: "#/components/schemas/Reason"}
            parts:
              type: array
              items:
                type: object
                required: [kind, sections, reason]
                properties:
                  kind: {type: string}
                  sections: {type: array, items: {$ref: "#/components/schemas/Ranked"}}
                  reason: {$ref: "#/components/schemas/Reason"}
            text: {type: string}
            blocks: {type: array, items: {$ref: "#/components/schemas/Block"}}
            offers:
              type: array
              items:
                type: object
                required: [title, section]
                properties:
                  title: {type: string}
                  section: {type: string}
            knowledge: {type: string}
            model: {type: string}
        Ranked:
          type: object
          required: [id, score]
          properties:
            id: {type: string}
            score: {type: number}
        Reason:
          type: object
          nullable: true
          required: [kind]
          properties:
            kind: {type: string}
            gap: {type: string}
            subject: {type: string}
            aspect: {type: string}
        Block:
          type: object
          required: [kind]
          properties:
            kind: {type: string}
            text: {type: string, nullable: true}
            items: {type: array, items: {type: string}}
        Document:
          type: object
          required: [id, title, short, source, reviewed, covers, sections]
          properties:
            id: {type: string}
            title: {type: string}
            short: {type: string}
            source: {type: string}
            reviewed: {type: string}
            covers: {type: string}
            sections:
              type: array
              items:
                type: object
                required: [id, title, aspect]
                properties:
                  id: {type: string}
                  title: {type: string}
                  aspect: {type: string}
        Section:
          type: object
          required: [id, title, aspect, document, source, heading, reviewed, blocks, parts, knowledge]
          properties:
            id: {type: string}
            title: {type: string}
            aspect: {type: string}
            document: {type: string}
            source: {type: string}
            heading: {type: string}
            reviewed: {type: string}
            blocks: {type: array, items: {$ref: "#/components/schemas/Block"}}
            parts: {type: array, items: {type: string}}
            knowledge: {type: string}

    """
}
