# Two commands matter: `make run` shows the product, `make test` proves it.
.PHONY: run test build format bench fuzz simulate clean

run: build
	@exec dotnet src/Pannier/bin/Debug/net10.0/pannier.dll demo

build:
	@tools/setup build
	@dotnet build Pannier.slnx --nologo -v q

test:
	@tools/test

format:
	@dotnet format Pannier.slnx

bench:
	@tools/setup build test
	@tools/bench

# make fuzz [SECONDS=60] [TARGET=Sanitiser] [SEED=7]
fuzz:
	@tools/setup build test
	@tools/fuzz "$(or $(SECONDS),60)" "$(TARGET)" "$(SEED)"

# make simulate [COUNT=1000000] [SEED=7] [SERVERS=imap]
simulate:
	@tools/setup build test
	@tools/simulate "$(or $(COUNT),1000000)" "$(SEED)" "$(or $(SERVERS),model)"

clean:
	@rm -rf out
	@find src tests bench -name bin -o -name obj -o -name node_modules | xargs rm -rf
