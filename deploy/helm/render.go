// Renders the chart as `helm template` does where there is no helm: Go's own text/template with Sprig, both from Debian.
// It knows what our templates use (include, toYaml, required) and no more.
//
//	apt-get install golang-go golang-github-masterminds-sprig-dev golang-gopkg-yaml.v3-dev
//	GO111MODULE=off GOPATH=/usr/share/gocode go run deploy/helm/render.go deploy/helm/faceplate [values.yaml…]
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	yaml "gopkg.in/yaml.v3"
)

// must ends the program with what went wrong.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// read gives the mapping of a YAML file.
func read(p string) map[string]interface{} {
	b, err := os.ReadFile(p)
	must(err)
	m := map[string]interface{}{}
	must(yaml.Unmarshal(b, &m))
	return m
}

// merge puts b's values over a's, mapping by mapping.
func merge(a, b map[string]interface{}) map[string]interface{} {
	for k, v := range b {
		if x, ok := a[k].(map[string]interface{}); ok {
			if y, ok := v.(map[string]interface{}); ok {
				a[k] = merge(x, y)
				continue
			}
		}
		a[k] = v
	}
	return a
}
func main() {
	chart := os.Args[1]
	values := read(filepath.Join(chart, "values.yaml"))
	for _, f := range os.Args[2:] {
		values = merge(values, read(f))
	}
	c := read(filepath.Join(chart, "Chart.yaml"))
	data := map[string]interface{}{
		"Values":  values,
		"Chart":   map[string]interface{}{"Name": c["name"], "Version": c["version"], "AppVersion": c["appVersion"]},
		"Release": map[string]interface{}{"Name": "faceplate", "Namespace": "default", "Service": "Helm"},
	}
	t := template.New("chart").Option("missingkey=error")
	funcs := sprig.TxtFuncMap()
	funcs["include"] = func(name string, d interface{}) (string, error) {
		var b bytes.Buffer
		err := t.ExecuteTemplate(&b, name, d)
		return b.String(), err
	}
	funcs["toYaml"] = func(v interface{}) string {
		var b bytes.Buffer
		e := yaml.NewEncoder(&b)
		e.SetIndent(2)
		must(e.Encode(v))
		return strings.TrimSuffix(b.String(), "\n")
	}
	funcs["required"] = func(m string, v interface{}) (interface{}, error) {
		if v == nil || v == "" {
			return nil, errors.New(m)
		}
		return v, nil
	}
	t.Funcs(funcs)
	files, _ := filepath.Glob(filepath.Join(chart, "templates", "*"))
	sort.Strings(files)
	for _, f := range files {
		b, err := os.ReadFile(f)
		must(err)
		_, err = t.New(filepath.Base(f)).Parse(string(b))
		must(err)
	}
	for _, f := range files {
		n := filepath.Base(f)
		if !strings.HasSuffix(n, ".yaml") {
			if n == "NOTES.txt" {
				var b bytes.Buffer
				must(t.ExecuteTemplate(&b, n, data))
			}
			continue
		}
		var b bytes.Buffer
		must(t.ExecuteTemplate(&b, n, data))
		s := strings.TrimSpace(b.String())
		if s == "" {
			continue
		}
		fmt.Printf("---\n# Source: faceplate/templates/%s\n%s\n", n, s)
	}
}
